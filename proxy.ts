import { type NextRequest, NextResponse } from "next/server";
import { labProxy } from "@/content/lab/proxy";
import { protect } from "@/lib/csp/protect";
import { readEnvironment } from "@/lib/env";
import { refusePost } from "@/lib/page-post/refuse-post";
import { themeScript } from "@/lib/ui/shell/theme-script";

const underStudy = /^\/(signin|notes|api\/auth|api\/notes|api\/backend|api\/sessions)(\/|$)/;

/** Every request passes here: its answer gets the site's headers, and the app under study its lab. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  // A Server Action can be posted to any path of the site.
  const isStudy = underStudy.test(pathname) || request.headers.has("next-action");
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
  const response = await answer(request, headers, isStudy);
  for (const [name, value] of Object.entries(protection)) response.headers.set(name, value);
  return response;
}

async function answer(request: NextRequest, headers: Headers, isStudy: boolean): Promise<Response> {
  const refused = await refusePost(request);
  if (refused !== null) return refused;
  return isStudy ? labProxy(request, headers) : NextResponse.next({ request: { headers } });
}

/**
 * Not for Next's own prefetches: it hides their header from the function above (Next's docs, proxy, "RSC requests and
 * rewrites"), so that only a matcher can leave them out. They carry no document, so they need no policy either.
 */
export const config = {
  matcher: [
    {
      source: "/((?!_next/static|_next/image|favicon.ico|icon.svg|og/).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
    // A post is no prefetch, whatever its headers say, and Next reads one to a file as well.
    { source: "/:path*", has: [{ type: "header", key: "next-action" }] },
    { source: "/:path*", has: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }] },
  ],
};
