import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

const of = { variant: "bff" };

export default defineMutants(meta, [
  {
    name: "sibling-hosts",
    summary: "Every page of the same site may ask, whatever host it is on.",
    of,
    edits: [{ find: 'site === "same-origin"', replace: 'site !== "cross-site"' }],
    killedBy: ["other-site"],
  },
  {
    name: "no-fallback",
    summary: "A browser without Fetch Metadata is believed.",
    of,
    edits: [{ find: 'headers.has("X-Notes-Client")', replace: "true" }],
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
]);
