import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { currentApp } from "../current-app";

export type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** NextAuth's own Route Handler: `app/api/auth/[...nextauth]/route.ts` exports it as GET and as POST. */
export async function handleAuth(request: NextRequest, context: AuthContext): Promise<Response> {
  return NextAuth(request, context, currentApp().authOptions);
}
