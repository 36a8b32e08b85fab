import { createHash } from "node:crypto";
import { compactVerify, createLocalJWKSet } from "jose";
import { z } from "zod";
import type { VerifierPiece } from "@/content/notes-app/pieces";

const claimsSchema = z.looseObject({});

// #region verify
export const signatureOnly: VerifierPiece = {
  async verify(token, { keys }) {
    try {
      const { payload } = await compactVerify(token, createLocalJWKSet(keys), { algorithms: ["ES256"] });
      return { ok: true, claims: claimsSchema.parse(JSON.parse(new TextDecoder().decode(payload))) };
    } catch {
      return { ok: false, reason: "bad-signature" };
    }
  },
  denyKey: (token) => createHash("sha256").update(token).digest("hex"),
};
// #endregion verify
