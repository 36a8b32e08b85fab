import type { NextRequest, NextResponse } from "next/server";
import { guardAdminPages } from "@/content/lessons/server-action-protection/variants/page-guarded-proxy";
import { chosenActions } from "@/content/variants";
import { cookieName, parseVariantChoice } from "@/lib/lab/server/cookies";

/** What the lab's choice of Server Actions adds to the proxy: one variant puts its only guard there. */
export async function pageGuards(request: NextRequest): Promise<NextResponse | null> {
  const choice = parseVariantChoice(request.cookies.get(cookieName("variants"))?.value);
  if (chosenActions(choice) !== "page-guarded") return null;
  return guardAdminPages(request, cookieName("session-token"));
}
