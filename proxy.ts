import { type NextRequest, NextResponse } from "next/server";
import { studyProxy } from "@/content/study/proxy";

const underStudy = /^\/(signin|notes|api\/auth|api\/notes)(\/|$)/;

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const headers = new Headers(request.headers);
  return underStudy.test(request.nextUrl.pathname)
    ? studyProxy(request, headers)
    : NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico).*)"] };
