import { reportJsonSchema } from "@/lib/check/report-fields";

export const dynamic = "force-static";

/** What `npm run check -- --json` writes, for a program that reads it. */
export function GET(): Response {
  return new Response(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`, {
    headers: { "Content-Type": "application/schema+json" },
  });
}
