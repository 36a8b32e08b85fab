import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

const of = { variant: "bff" };

export default defineMutants(meta, [
  {
    name: "sibling-hosts",
    summary: "Every page of the same site may ask, whatever host it is on.",
    of,
    edits: [
      {
        find: 'caller === "own-page"',
        replace: 'request.headers.get("Sec-Fetch-Site") !== "cross-site"',
      },
    ],
    killedBy: ["other-site"],
  },
  {
    name: "no-fallback",
    summary: "A browser without Fetch Metadata is believed.",
    of,
    edits: [{ find: 'request.headers.has("X-Notes-Client")', replace: "true" }],
    killedBy: ["other-site"],
  },
  {
    name: "token-operation",
    summary: "One more operation, for a developer’s convenience: it answers with the token.",
    of,
    edits: [
      {
        find: "const operations = [\n",
        replace:
          'const operations = [\n  operation("GET", /^token$/, nothing, async ({ token }) => ({ token })),\n',
      },
    ],
    killedBy: ["stolen-elsewhere"],
  },
  {
    name: "token-on-session-as-well",
    summary: "The route is right, and the session still carries the token.",
    of,
    edits: [
      {
        find: "export const bff: BrowserDataPiece = {\n",
        replace:
          "export const bff: BrowserDataPiece = {\n  session: (session, token) => ({ ...session, accessToken: token.accessToken }),\n",
      },
    ],
    killedBy: ["session-json", "received", "stolen-elsewhere"],
  },
  {
    name: "empty-list",
    summary: "The list is filtered by what no note has, and nobody sees any.",
    of,
    edits: [
      {
        find: "({ notes: await listNotes(token) })",
        replace: '({ notes: (await listNotes(token)).filter(({ title }) => title === "") })',
      },
    ],
    killedBy: ["rightful-user", "riding"],
  },
  {
    name: "empty-answer-for-nobody",
    summary: "Whoever is not signed in gets an empty list, and 200.",
    of,
    edits: [
      {
        find: 'if (!session?.accessToken || session.error) return refusal(401, "signed-out");',
        replace: "if (!session?.accessToken || session.error) return Response.json({ notes: [] });",
      },
    ],
    killedBy: ["nobody"],
  },
]);
