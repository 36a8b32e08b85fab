import type { NextRequest } from "next/server";
import { z } from "zod";
import { BackendError } from "@/lib/backend/errors";
import { cookieName } from "@/lib/http/cookies";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { BodyError, readJson } from "@/lib/http/read-json";
import { isSameOrigin } from "@/lib/http/same-origin";
import { attacks } from "@/lib/lab/attack/attacks";
import { LabError, labOffsetSeconds } from "@/lib/lab/server/control";
import { parseLabId, parseVariantChoice, type VariantChoice } from "@/lib/lab/server/cookies";
import { workInLab } from "@/lib/lab/server/in-lab";
import { backendUnreachable } from "@/lib/lab/server/without-lab";
import { countAgainst } from "@/lib/limits/count";
import { TooManyRequests, tooManyRequests } from "@/lib/limits/too-many-requests";
import { AttackError, runAttack } from "./run-attack";

const order = z.object({ attack: z.string().max(40) });

/** Labs whose attack is under way: one at a time, since an attack is a dozen requests. */
const busy = new Set<string>();

/**
 * `POST /api/lab/attack {attack}`: sends one of the listed attacks to this site, inside the caller's own lab. A browser
 * cannot forge `Origin` or leave its cookies behind, so the server sends it. Which attacks there are, with every byte
 * of them, is written in attacks.ts: the caller chooses a name, never an address, a header or a body.
 *
 * @param chosenActions names the variant of the Server Actions that a lab has chosen
 */
export function attackLab(chosenActions: (choice: VariantChoice) => string) {
  return (request: NextRequest): Promise<Response> => answerAttack(request, chosenActions);
}

async function answerAttack(
  request: NextRequest,
  chosenActions: (choice: VariantChoice) => string,
): Promise<Response> {
  if (!isSameOrigin(request)) return crossSite();
  const names = [cookieName("lab"), cookieName("variants")];
  const cookies = names.flatMap((name) => request.cookies.get(name) ?? []);
  const lab = parseLabId(request.cookies.get(cookieName("lab"))?.value);
  if (lab === null)
    return jsonError(400, "lab_required", "This browser has no lab yet: POST /api/lab makes one.");
  if (busy.has(lab))
    return jsonError(409, "busy", "An attack is under way in this lab. Wait for its answer.");
  busy.add(lab);
  try {
    await countAgainst("attacks", request.headers);
    const chosen = order.safeParse(await readJson(request)).data;
    const attack = attacks.find(({ name }) => name === chosen?.attack);
    if (attack === undefined || attack.as === "you")
      return jsonError(400, "unknown_attack", 'Send {"attack": "<name>"}.');
    const variant = chosenActions(parseVariantChoice(request.cookies.get(cookieName("variants"))?.value));
    const offsetSeconds = await labOffsetSeconds(lab);
    const context = { id: lab, offsetSeconds, surface: "route-handler" } as const;
    const report = await workInLab(context, () => runAttack(attack, cookies, variant));
    return Response.json(report, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return refusal(error);
  } finally {
    busy.delete(lab);
  }
}

function refusal(error: unknown): Response {
  if (error instanceof TooManyRequests) return tooManyRequests(error);
  if (error instanceof BodyError) {
    return error.code === "too-large"
      ? jsonError(413, "too_large", "The body may hold 16 KiB at most.")
      : jsonError(400, "invalid_request", "The body is not JSON.");
  }
  if (error instanceof LabError && error.code === "unknown")
    return jsonError(404, "unknown_lab", "This lab is gone: POST /api/lab makes a new one.");
  const isRefusal = error instanceof BackendError && (error.code === "refused" || error.code === "forbidden");
  if (isRefusal || error instanceof AttackError)
    return jsonError(
      409,
      "not_arranged",
      "The lab’s users are not as this attack needs them. Reset the lab, then try again.",
    );
  if (error instanceof BackendError || error instanceof LabError || error instanceof TypeError)
    return backendUnreachable(
      "The mock backend or this site did not answer. Set the lab’s fault to none, then try again.",
    );
  if (error instanceof DOMException)
    return jsonError(504, "timeout", "The site took too long to answer. Try again.");
  throw error;
}
