import { type NextRequest, NextResponse } from "next/server";
import { getToken } from "next-auth/jwt";

// #region proxy
/** Mounted in `proxy.ts`: the admin's pages are for admins. */
export async function guardAdminPages(
  request: NextRequest,
  cookieName: string,
): Promise<NextResponse | null> {
  if (!/^\/notes\/admin(\/|$)/.test(request.nextUrl.pathname)) return null;
  const token = await getToken({ req: request, cookieName });
  return token?.role === "admin" ? null : NextResponse.redirect(new URL("/signin", request.url));
}
// #endregion proxy
