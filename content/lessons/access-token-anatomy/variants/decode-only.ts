import { decodeJwt } from "jose";
import type { VerifierPiece } from "@/content/notes-app/pieces";

// #region verify
export const decodeOnly: VerifierPiece = {
  async verify(token, { now }) {
    try {
      const claims = decodeJwt(token);
      if (claims.exp !== undefined && now >= claims.exp) return { ok: false, reason: "expired" };
      return { ok: true, claims };
    } catch {
      return { ok: false, reason: "malformed" };
    }
  },
  denyKey: (token) => token,
};
// #endregion verify
