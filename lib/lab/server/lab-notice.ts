import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { cookieFlags, cookieName } from "@/lib/http/cookies";
import { crossSite } from "@/lib/http/cross-site";
import { isSameOrigin } from "@/lib/http/same-origin";
import { type LabEnd, parseLabEnd } from "@/lib/lab/lab-end";

/** Why the visitor's last lab ended, until they have said that they read it; null when there is nothing to say. */
export async function unreadLabEnd(): Promise<LabEnd | null> {
  return parseLabEnd((await cookies()).get(cookieName("lab-notice"))?.value);
}

/** `DELETE /api/lab/notice`: the learner has read why their last lab ended. */
export async function dismissLabNotice(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request)) return crossSite();
  const response = new NextResponse(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  response.cookies.set(cookieName("lab-notice"), "", { ...cookieFlags(), sameSite: "lax", maxAge: 0 });
  return response;
}
