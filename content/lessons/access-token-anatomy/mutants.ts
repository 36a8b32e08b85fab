import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

const of = { variant: "strict" };

export default defineMutants(meta, [
  {
    name: "any-audience",
    summary: "The audience is not looked at.",
    of,
    edits: [{ find: "        audience,\n", replace: "" }],
    killedBy: ["other-audience"],
  },
  {
    name: "any-type-of-token",
    summary: "The type is not looked at.",
    of,
    edits: [{ find: '        typ: "at+jwt",\n', replace: "" }],
    killedBy: ["reason-recorded"],
  },
  {
    name: "endless-tokens",
    summary: "An access token need not have an end.",
    of,
    edits: [
      { find: '["exp", "iat",', replace: '["iat",' },
      { find: "  exp: z.int(),\n", replace: "  exp: z.int().optional(),\n" },
    ],
    killedBy: ["without-exp"],
  },
  {
    name: "any-spelling",
    summary: "The form is left to the library.",
    of,
    edits: [
      { find: '    if (!isCompactJws(token)) return { ok: false, reason: "malformed" };\n', replace: "" },
    ],
    killedBy: ["respelled"],
  },
  {
    name: "padding-bits-free",
    summary: "The alphabet is checked, and not that each segment is the one spelling of its bytes.",
    of,
    edits: [
      {
        find: "  return base64url.encode(base64url.decode(segment)) === segment;\n",
        replace: "  return base64url.decode(segment).length > 0;\n",
      },
    ],
    killedBy: ["respelled"],
  },
  {
    name: "denied-by-text",
    summary: "A revoked token is remembered by its text.",
    of,
    edits: [
      {
        find: "denyKey: (_token, claims) => jtiSchema.parse(claims).jti",
        replace: "denyKey: (token, claims) => jtiSchema.parse(claims).jti && token",
      },
    ],
    killedBy: ["twin"],
  },
  {
    name: "own-clock",
    summary: "Dates are held against the machine’s clock, not the one that it was given.",
    of,
    edits: [{ find: "        currentDate: new Date(now * 1000),\n", replace: "" }],
    killedBy: ["expired"],
  },
  {
    name: "tolerance-in-milliseconds",
    summary: "The tolerance is written in milliseconds, and meant in seconds.",
    of,
    edits: [
      { find: "clockTolerance: TOLERANCE_SECONDS,", replace: "clockTolerance: TOLERANCE_SECONDS * 1000," },
    ],
    killedBy: ["expired"],
  },
  {
    name: "key-brought-along",
    summary: "A key in the header comes before the issuer’s.",
    of,
    edits: [
      {
        find: "const { kid } = decodeProtectedHeader(token);",
        replace: "const { kid, jwk: own } = decodeProtectedHeader(token);",
      },
      {
        find: "const jwk = keys.keys.find((key) => key.kid === kid);",
        replace: "const jwk = own ?? keys.keys.find((key) => key.kid === kid);",
      },
    ],
    killedBy: ["key-in-header"],
  },
  {
    name: "roles-left-behind",
    summary: "The roles are checked, and not handed on.",
    of,
    edits: [
      {
        find: "return { ok: true, claims };",
        replace: "return { ok: true, claims: { ...claims, roles: [] } };",
      },
    ],
    killedBy: ["genuine"],
  },
  {
    name: "first-key-of-the-set",
    summary: "The first key is taken, whatever the token’s `kid` says.",
    of,
    edits: [
      {
        find: "const jwk = keys.keys.find((key) => key.kid === kid);",
        replace: "const jwk = keys.keys[0];",
      },
    ],
    killedBy: ["key-rotation"],
  },
]);
