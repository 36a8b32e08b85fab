import { NextResponse } from "next/server";

/**
 * Headers for every page, and nothing of the session: pages and actions ask for themselves. (Next looks for this file
 * in the folders above as well: without it, this project's own would run.)
 */
export function proxy(): NextResponse {
  const response = NextResponse.next();
  response.headers.set("Content-Security-Policy", "frame-ancestors 'none'");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Content-Type-Options", "nosniff");
  return response;
}
