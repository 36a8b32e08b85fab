import { createHash } from "node:crypto";
import { createLocalJWKSet, jwtVerify } from "jose";
import type { VerifierPiece } from "@/content/notes-app/pieces";

/**
 * Your turn. This runs as the variant `yours`: choose it in the lab, edit this file under `npm run dev`, and send it
 * forgeries. What to reach, each with the check that tells:
 *
 * 1. Only an access token is one: not what the same issuer signs for another app or another API. (id-token,
 *    other-audience)
 * 2. Every token ends. (without-exp)
 * 3. A token that was revoked stays revoked, however it is written. (respelled, twin)
 * 4. The log says why a token was refused, and the caller does not learn it. (reason-recorded)
 *
 * `server` has the issuer's name, this API's own as `audience`, the published keys, and the time in seconds.
 */
// #region verify
export const yours: VerifierPiece = {
  async verify(token, { keys, now }) {
    try {
      const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
        currentDate: new Date(now * 1000),
      });
      return { ok: true, claims: payload };
    } catch {
      return { ok: false, reason: "bad-signature" };
    }
  },
  denyKey: (token) => createHash("sha256").update(token).digest("hex"),
};
// #endregion verify
