import { createHash } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { studyProxy } from "@/content/study/proxy";
import { contentSecurityPolicy, type Framing, nonceSource } from "@/lib/csp/policy";
import { securityHeaders } from "@/lib/csp/security-headers";
import { hashesFor } from "@/lib/csp/static-pages";
import { readEnvironment } from "@/lib/env";
import { themeScript } from "@/lib/ui/shell/theme-script";

/** A dynamic page's nonce is not on this one: its text is the same on every page. */
const themeScriptHash = `'sha256-${createHash("sha256").update(themeScript).digest("base64")}'`;

const underStudy = /^\/(signin|notes|api\/auth|api\/notes)(\/|$)/;

/** Every request passes here: it gets the site's headers, and the app under study its lab. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  const isStudy = underStudy.test(pathname);
  const https = readEnvironment().isHttps;
  // The lesson shows the app under study in a frame; nobody else may.
  const framing: Framing = isStudy ? "self" : "none";
  const csp = contentSecurityPolicy({
    scriptSources: isStudy ? [nonceSource(), themeScriptHash] : hashesFor(pathname),
    development: process.env.NODE_ENV === "development",
    framing,
    https,
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce for a dynamic page's scripts from the request's own policy.
  headers.set("Content-Security-Policy", csp);
  const response = isStudy ? await studyProxy(request, headers) : NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(securityHeaders({ https, framing, csp }))) {
    response.headers.set(name, value);
  }
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"] };
