import { type NextRequest, NextResponse } from "next/server";
import { crossSite } from "@/lib/http/cross-site";
import { isSameOrigin } from "@/lib/http/same-origin";
import { cookieFlags, cookieName } from "./cookies";

/** `DELETE /api/lab/notice`: the learner has read why their last lab ended. */
export async function dismissLabNotice(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request)) return crossSite();
  const response = new NextResponse(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  response.cookies.set(cookieName("lab-notice"), "", { ...cookieFlags(), sameSite: "lax", maxAge: 0 });
  return response;
}
