import { jsonError } from "@/lib/http/json-error";
import { wantsPage } from "@/lib/http/wants-page";

const SENTENCE = "This address cannot be read: see the signs after each %.";

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>No such address</title>
<main><h1>No such address</h1><p>${SENTENCE}</p><p><a href="/">Silent Refresh</a></p></main>
</html>
`;

/** Answers a request whose path cannot be decoded (`lib/server/malformed-target.ts`). */
export function refuseMalformed(request: Request): Response {
  if (!wantsPage(request)) return jsonError(400, "malformed_path", SENTENCE);
  return new Response(page, {
    status: 400,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** Answers a request with a method that no route has (`lib/server/unanswerable-method.ts`, RFC 9110 §15.5.6). */
export function refuseMethod(): Response {
  const answer = jsonError(405, "method_not_allowed", "Nothing here has this method.");
  answer.headers.set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  return answer;
}
