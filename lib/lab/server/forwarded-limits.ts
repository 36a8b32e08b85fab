import type { NextRequest } from "next/server";
import { isSameOrigin } from "@/lib/http/same-origin";
import { countAgainst } from "@/lib/limits/count";
import { withinStreams } from "@/lib/limits/streams";
import { TooManyRequests, tooManyRequests } from "@/lib/limits/too-many-requests";

/**
 * Limits what an address may have the backend do through this site: labs, sign-ins and open event streams. What another
 * site's page sends is refused anyway, and must not use up its victim's limits.
 *
 * @param forward answers the request, once it is within the limits
 */
export async function withinForwardedLimits(
  request: NextRequest,
  forward: (request: NextRequest) => Promise<Response>,
): Promise<Response> {
  try {
    const route = `${request.method} ${decoded(request.nextUrl.pathname)}`;
    if (route === "GET /mock-backend/lab/events") return await withinStreams(request, () => forward(request));
    const isOwn = isSameOrigin(request);
    if (isOwn && route === "POST /mock-backend/lab") await countAgainst("labs", request.headers);
    if (isOwn && route === "POST /mock-backend/v1/auth/login")
      await countAgainst("sign-ins", request.headers);
    return await forward(request);
  } catch (error) {
    if (error instanceof TooManyRequests) return tooManyRequests(error);
    throw error;
  }
}

/** The backend's router reads `%6Cab` as `lab`, so a limit must as well. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
