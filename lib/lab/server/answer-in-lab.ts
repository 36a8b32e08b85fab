import "server-only";
import type { NextRequest } from "next/server";
import { cookieName } from "@/lib/http/cookies";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { readJson } from "@/lib/http/read-json";
import { isSameOrigin } from "@/lib/http/same-origin";
import { countAgainst } from "@/lib/limits/count";
import { labOffsetSeconds } from "./control";
import { parseLabId } from "./cookies";
import { workInLab } from "./in-lab";
import { labRequired, orRefusal } from "./without-lab";

/**
 * Answers a request of the lab's scaffolding, inside the caller's own lab: from this site's pages only, and with a
 * body of the given shape.
 *
 * @param parse reads the body; undefined for a body of another shape
 */
export async function answerInLab<Order>(
  request: NextRequest,
  parse: (body: unknown) => Order | undefined,
  work: (order: Order) => Promise<Response>,
): Promise<Response> {
  if (!isSameOrigin(request)) return crossSite();
  const id = parseLabId(request.cookies.get(cookieName("lab"))?.value);
  if (id === null) return labRequired();
  return orRefusal(async () => {
    await countAgainst("attacks", request.headers);
    const order = parse(await readJson(request));
    if (order === undefined)
      return jsonError(400, "invalid_request", "The body is not what this address takes.");
    const offsetSeconds = await labOffsetSeconds(id);
    return workInLab({ id, offsetSeconds, surface: "route-handler" }, () => work(order));
  });
}
