import { type NextRequest, NextResponse } from "next/server";
import { runInLab } from "@/lib/lab/context";
import { LabError } from "@/lib/lab/control";
import { cookieName, labCookieFlags } from "@/lib/lab/cookies";
import { EXCHANGE_HEADER, recordRequest } from "@/lib/lab/exchange";
import { openLab } from "./lab-session";

/** Request header by which a page learns that the lab is a new one, and says so. */
export const LAB_NOTICE_HEADER = "x-lab-notice";

/** NextAuth's own chatter before a sign-in: true, and nothing that a learner needs to see. */
const quiet = /^\/api\/auth\/(csrf|providers|_log|error)/;

/**
 * What happens before anything of the app under study renders: the request gets its lab, and is recorded.
 *
 * @param headers the request headers to pass on; changed in place
 */
export async function studyProxy(request: NextRequest, headers: Headers): Promise<NextResponse> {
  headers.delete(LAB_NOTICE_HEADER);
  headers.delete(EXCHANGE_HEADER);
  const name = cookieName("lab");
  try {
    const lab = await openLab(request.cookies.get(name)?.value);
    if (lab.origin !== "kept") request.cookies.set(name, lab.id);
    headers.set("cookie", request.cookies.toString());
    if (lab.origin === "renewed") headers.set(LAB_NOTICE_HEADER, "renewed");
    const path = request.nextUrl.pathname;
    if (!isPrefetch(request) && !quiet.test(path)) {
      const context = { id: lab.id, offsetSeconds: lab.offsetSeconds, surface: "proxy" } as const;
      const record = () => recordRequest(request.method, path, request.cookies.getAll());
      headers.set(EXCHANGE_HEADER, await runInLab(context, record));
    }
    const response = NextResponse.next({ request: { headers } });
    if (lab.origin !== "kept") {
      response.cookies.set(name, lab.id, labCookieFlags());
    }
    return response;
  } catch (error) {
    // The page itself says that the backend cannot be reached, and what to do.
    if (error instanceof LabError) return NextResponse.next({ request: { headers } });
    throw error;
  }
}

function isPrefetch(request: NextRequest): boolean {
  return request.headers.has("next-router-prefetch") || request.headers.get("purpose") === "prefetch";
}
