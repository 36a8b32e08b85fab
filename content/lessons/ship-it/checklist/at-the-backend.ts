import { anatomy, rotation } from "./explained-in";
import type { Group } from "./line";

export const atTheBackendGroup: Group = {
  id: "at-the-backend",
  title: "At the backend",
  lines: [
    {
      id: "forged-token",
      text: "An access token is verified, not decoded: signature, algorithm, issuer, audience, type, times.",
      section: { lesson: "access-token-anatomy", id: "in-this-order" },
      proof: { lesson: "ship-it", check: "forged-token" },
      live: true,
    },
    {
      id: "other-audience",
      text: "A token that was made for another service is refused.",
      ...anatomy("bring-one-that-was-made-for-something-else", "other-audience"),
    },
    {
      id: "no-end",
      text: "A token without an end is refused.",
      ...anatomy("bring-one-from-yesterday", "without-exp"),
    },
    {
      id: "refused-in-one-wording",
      text: "Every refusal reads the same, and your log says why.",
      ...anatomy("what-the-caller-learns", "reason-recorded"),
    },
    {
      id: "keys-rotate",
      text: "The signing key can change, and nobody notices.",
      ...rotation("why-fifteen-minutes", "key-rotated"),
    },
    {
      id: "shorter-lifetimes",
      text: "Lifetimes can be shortened in an emergency.",
      ...rotation("two-ends", "shorter-lifetimes"),
    },
  ],
};
