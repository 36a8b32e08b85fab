import { type NextRequest, NextResponse } from "next/server";
import { currentApp } from "./current-app";

/**
 * What the app does before anything renders: a strategy that refreshes here changes the request's cookies, and an app
 * that guards its pages here may send the visitor away.
 *
 * @param headers the request headers to pass on; changed in place
 */
export async function notesProxy(request: NextRequest, headers: Headers): Promise<NextResponse> {
  const { pieces, sessionCookie } = currentApp();
  const writeCookie = await pieces.refresh.proxy?.(request, sessionCookie);
  headers.set("cookie", request.cookies.toString());
  const guarded = await pieces.guardPages?.(request, sessionCookie.name);
  const response = guarded ?? NextResponse.next({ request: { headers } });
  writeCookie?.(response);
  return response;
}
