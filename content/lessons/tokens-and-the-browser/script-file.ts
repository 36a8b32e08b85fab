import script from "@/content/lessons/tokens-and-the-browser/script.js?raw";

/** `GET /third-party/statistics.js`: the script that lesson 5 shows, for a page that asks for it by name. */
export function scriptFile(): Response {
  return new Response(script, {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-store" },
  });
}
