import type { BrowserDataPiece } from "@/content/notes-app/pieces";

/**
 * Your turn. This file runs as the variant `yours`: choose it in the lab, edit it under `npm run dev`, and let the
 * script run. It starts as most answers on the web do. What to reach, each with the check that tells:
 *
 * 1. The browser is told of no token. (session-json, received)
 * 2. A script on the page takes nothing that works elsewhere. (stolen-elsewhere)
 * 3. The page still shows its user's notes and adds one, also after an expiry. (rightful-user, after-expiry)
 * 4. What was a call to the backend becomes a call to you: no other address, no other site's page, and no word of the
 *    backend's gets through. (other-paths, other-hosts, other-site, own-words)
 *
 * The page's script is `yours-client.ts`, and need not change. While the session carries a token it calls the backend;
 * once it does not, it calls `GET` and `POST /api/backend/notes`, with the header `X-Notes-Client: 1`. In
 * `@/lib/backend`, `notes.ts` makes calls with a user's own access token; `currentSession()` has it.
 */
export const yours: BrowserDataPiece = {
  session: (session, token) => ({ ...session, accessToken: token.accessToken }),
};
