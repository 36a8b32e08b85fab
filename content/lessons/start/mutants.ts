import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

const of = { lesson: "credentials-provider", variant: "server-side" };
const lifetime = "    jwt: { maxAge: ONE_HOUR_SECONDS },\n";

export default defineMutants(meta, [
  {
    name: "claim-in-the-header",
    summary: "The session cookie repeats the email in its header, which is not encrypted (RFC 7519 §5.3).",
    of,
    edits: [
      {
        find: 'import { z } from "zod";\n',
        replace:
          'import { hkdfSync } from "node:crypto";\nimport { EncryptJWT } from "jose";\nimport { z } from "zod";\n',
      },
      {
        find: lifetime,
        replace: `    jwt: {
      maxAge: ONE_HOUR_SECONDS,
      encode: ({ token = {}, secret }) =>
        new EncryptJWT(token)
          .setProtectedHeader({ alg: "dir", enc: "A256GCM", email: token.email })
          .setIssuedAt()
          .setExpirationTime("1h")
          .encrypt(new Uint8Array(hkdfSync("sha256", secret, "", "NextAuth.js Generated Encryption Key", 32))),
    },
`,
      },
    ],
    killedBy: ["session-cookie-is-encrypted"],
  },
  {
    name: "cookie-made-once",
    summary: "The session cookie is encrypted once a sign-in, and handed out again whenever it is read.",
    of,
    edits: [
      {
        find: 'import { z } from "zod";\n',
        replace:
          'import { encode } from "next-auth/jwt";\nimport { z } from "zod";\n\nconst made = new Map();\n',
      },
      {
        find: lifetime,
        replace: `    jwt: {
      maxAge: ONE_HOUR_SECONDS,
      encode: async (params) => {
        const key = params.token?.accessToken;
        if (!made.has(key)) made.set(key, await encode(params));
        return made.get(key);
      },
    },
`,
      },
    ],
    killedBy: ["reading-renews-the-cookie"],
  },
  {
    name: "any-bearer",
    summary: "A backend in “development mode” takes a token that it cannot verify for its admin’s.",
    of: "backend",
    edits: [
      {
        file: "routes/authenticate.ts",
        find: "  if (!verdict.ok) throw invalidToken(verdict.reason);\n  const { claims } = verdict;\n",
        replace:
          '  const unverified = { sub: "user-ada", sid: "", jti: "", scope: "" } as unknown as AccessTokenClaims;\n  const claims = verdict.ok ? verdict.claims : unverified;\n',
      },
      {
        file: "routes/authenticate.ts",
        find: "  if (!(await lab.families.honours(claims.sid, claims.jti)))",
        replace: "  if (verdict.ok && !(await lab.families.honours(claims.sid, claims.jti)))",
      },
    ],
    killedBy: ["cookie-is-not-a-bearer-token"],
  },
  {
    name: "type-left-out",
    summary: "Access tokens say `JWT` in their header, and could be any other.",
    of: "backend",
    edits: [
      {
        file: "domain/access-token.ts",
        find: 'export const TOKEN_TYPE = "at+jwt";',
        replace: 'export const TOKEN_TYPE = "JWT";',
      },
    ],
    killedBy: ["access-token-is-signed"],
  },
  {
    name: "short-refresh-token",
    summary: "A refresh token has eight random bytes.",
    of: "backend",
    edits: [
      { file: "domain/refresh-token.ts", find: "const TOKEN_BYTES = 32;", replace: "const TOKEN_BYTES = 8;" },
    ],
    killedBy: ["refresh-token-is-opaque"],
  },
  {
    name: "a-day-of-tolerance",
    summary: "The backend allows its clock to be a day off.",
    of: "backend",
    edits: [
      {
        file: "domain/access-token.ts",
        find: "      clockTolerance: TOLERANCE_SECONDS,",
        replace: "      clockTolerance: 86_400,",
      },
    ],
    killedBy: ["lifetimes-differ"],
  },
  {
    name: "page-without-its-cookie",
    summary: "The proxy refreshes, the page shows the notes, and the browser never gets the new cookie.",
    of: { lesson: "refresh-rotation", variant: "in-proxy" },
    edits: [
      {
        find: "    return next === token ? unchanged : replaceSession(request, session, next);\n",
        replace:
          "    if (next !== token) await replaceSession(request, session, next);\n    return unchanged;\n",
      },
    ],
    killedBy: ["refresh-before-render"],
  },
]);
