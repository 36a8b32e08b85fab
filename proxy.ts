import { type NextRequest, NextResponse } from "next/server";
import { studyProxy } from "@/content/study/proxy";
import { protect } from "@/lib/csp/protect";
import { readEnvironment } from "@/lib/env";
import { themeScript } from "@/lib/ui/shell/theme-script";

const underStudy = /^\/(signin|notes|api\/auth|api\/notes)(\/|$)/;

/** Every request passes here: its answer gets the site's headers, and the app under study its lab. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  const isStudy = underStudy.test(pathname);
  const { requestPolicy, headers: protection } = protect({
    pathname,
    // The lesson shows the app under study in a frame; nobody else may.
    framing: isStudy ? "self" : "none",
    https: readEnvironment().isHttps,
    inlineScripts: [themeScript],
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce for a dynamic page's scripts from the request's own policy.
  if (requestPolicy !== undefined) headers.set("Content-Security-Policy", requestPolicy);
  const response = isStudy ? await studyProxy(request, headers) : NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(protection)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"] };
