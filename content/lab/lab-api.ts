import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { expandPreset, unknownPreset, withPreset } from "@/content/presets";
import { completeChoice, unknownVariant } from "@/content/variants";
import { cookieName } from "@/lib/http/cookies";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { readJson } from "@/lib/http/read-json";
import { isSameOrigin } from "@/lib/http/same-origin";
import { parseLabEnd } from "@/lib/lab/lab-end";
import { labCookieFlags, parseVariantChoice, serializeVariantChoice } from "@/lib/lab/server/cookies";
import { recordCookieChange } from "@/lib/lab/server/exchange";
import { workInLab } from "@/lib/lab/server/in-lab";
import { keepLab, labLeave, type OpenedLab, openLab } from "@/lib/lab/server/lab-session";
import { note, record } from "@/lib/lab/server/record";
import { orRefusal } from "@/lib/lab/server/without-lab";
import { carryOver, leavesStore } from "./carry-over";
import { tokensBehind } from "./lab-app";

const change = z.object({ variants: z.record(z.string().max(64), z.string().max(64)) });

/** `GET /api/lab`: the browser's lab, if it has one. */
export async function readLab(request: NextRequest): Promise<Response> {
  return orRefusal(async () => {
    const lab = await openLab(request, labLeave(request));
    if (lab === null)
      return jsonError(404, "no_lab", "This browser has no lab yet: POST /api/lab makes one.");
    return labAnswer(request, lab);
  });
}

/** `POST /api/lab`: makes sure that the browser has a lab. */
export async function ensureLab(request: NextRequest): Promise<Response> {
  return orRefusal(async () => {
    if (!isSameOrigin(request)) return crossSite();
    return labAnswer(request, await openLab(request, "make"));
  });
}

/** `PATCH /api/lab {variants}`: chooses which variant of a lesson runs. */
export async function chooseVariants(request: NextRequest): Promise<Response> {
  return orRefusal(async () => {
    if (!isSameOrigin(request)) return crossSite();
    const parsed = change.safeParse(await readJson(request));
    if (!parsed.success)
      return jsonError(400, "invalid_request", 'Send {"variants": {"<lesson>": "<variant>"}}.');
    const named = parsed.data.variants;
    const chosen = expandPreset(named);
    const unknown = unknownPreset(named) ?? unknownVariant(chosen);
    if (unknown !== null) {
      return jsonError(
        400,
        "invalid_variant",
        `No variant "${unknown.variant}" of lesson "${unknown.lesson}".`,
      );
    }
    const lab = await openLab(request, "make");
    const before = parseVariantChoice(request.cookies.get(cookieName("variants"))?.value);
    const choice = { ...before, ...chosen };
    const holds = leavesStore(before, choice) ? { holds: nothingKept } : {};
    const context = { id: lab.id, offsetSeconds: lab.offsetSeconds, surface: "route-handler" } as const;
    await workInLab(context, () =>
      record(
        ...Object.entries({ ...chosen, ...named }).map(([lesson, variant]) =>
          note("variant.changed", "info", {
            code: variant,
            text: `${lesson} now runs ${variant}.`,
            detail: { lesson, variant },
            ...holds,
          }),
        ),
      ),
    );
    request.cookies.set(cookieName("variants"), serializeVariantChoice(choice));
    const response = labAnswer(request, lab);
    await workInLab(context, async () => {
      await carryOver(request, response, before, choice);
      const setCookies = response.headers.getSetCookie();
      await recordCookieChange(request.cookies.getAll(), setCookies, tokensBehind(choice));
    });
    response.cookies.set(cookieName("variants"), serializeVariantChoice(choice), labCookieFlags());
    return response;
  });
}

/** The cookie takes the tokens over, and the store is not asked any more. */
const nothingKept = { holder: "next", accessToken: null, refreshToken: null } as const;

function labAnswer(request: NextRequest, lab: OpenedLab): NextResponse {
  const kept = parseVariantChoice(request.cookies.get(cookieName("variants"))?.value);
  const variants = withPreset(completeChoice(kept));
  const notice = lab.ended ?? parseLabEnd(request.cookies.get(cookieName("lab-notice"))?.value);
  const response = NextResponse.json(
    { id: lab.id, renewed: lab.origin === "renewed", notice, variants },
    { headers: { "Cache-Control": "no-store" } },
  );
  keepLab(response, lab);
  return response;
}
