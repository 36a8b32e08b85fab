import { catalog } from "@/content/catalog";
import { llmsText } from "@/lib/markdown/llms";

export const dynamic = "force-static";

export function GET() {
  return new Response(llmsText(catalog.map(({ meta }) => meta)), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
