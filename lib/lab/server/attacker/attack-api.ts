import type { NextRequest } from "next/server";
import { z } from "zod";
import { BackendError } from "@/lib/backend/errors";
import { cookieName } from "@/lib/http/cookies";
import { jsonError } from "@/lib/http/json-error";
import { attacks } from "@/lib/lab/attack/attacks";
import { parseVariantChoice, type VariantChoice } from "@/lib/lab/server/cookies";
import { backendUnreachable } from "@/lib/lab/server/without-lab";
import { answerInLab } from "../answer-in-lab";
import { currentLab } from "../context";
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
  return async (request: NextRequest): Promise<Response> => {
    const names = [cookieName("lab"), cookieName("variants")];
    const cookies = names.flatMap((name) => request.cookies.get(name) ?? []);
    const variant = chosenActions(parseVariantChoice(request.cookies.get(cookieName("variants"))?.value));
    const read = (body: unknown) => order.safeParse(body).data ?? { attack: "" };
    return answerInLab(request, read, async (chosen) => {
      const attack = attacks.find(({ name }) => name === chosen.attack);
      if (attack === undefined || attack.as === "you")
        return jsonError(400, "unknown_attack", 'Send {"attack": "<name>"}.');
      const lab = currentLab()?.id ?? "";
      if (busy.has(lab))
        return jsonError(409, "busy", "An attack is under way in this lab. Wait for its answer.");
      busy.add(lab);
      try {
        const report = await runAttack(attack, cookies, variant);
        return Response.json(report, { headers: { "Cache-Control": "no-store" } });
      } catch (error) {
        return refusal(error);
      } finally {
        busy.delete(lab);
      }
    });
  };
}

function refusal(error: unknown): Response {
  const isRefusal = error instanceof BackendError && (error.code === "refused" || error.code === "forbidden");
  if (isRefusal || error instanceof AttackError)
    return jsonError(
      409,
      "not_arranged",
      "The lab’s users are not as this attack needs them. Reset the lab, then try again.",
    );
  if (error instanceof BackendError || error instanceof TypeError)
    return backendUnreachable(
      "The mock backend or this site did not answer. Set the lab’s fault to none, then try again.",
    );
  if (error instanceof DOMException)
    return jsonError(504, "timeout", "The site took too long to answer. Try again.");
  throw error;
}
