import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

export default defineMutants(meta, [
  {
    name: "outage-signs-everybody-out",
    summary: "Any failed refresh is taken for the backend’s no.",
    of: { lesson: "refresh-rotation", variant: "token-store" },
    edits: [
      {
        find: '      if (!(error instanceof BackendError) || error.code !== "refused") return true;\n',
        replace: "",
      },
    ],
    killedBy: ["outage-keeps-session"],
  },
  {
    name: "reuse-forgiven",
    summary: "The backend refuses a spent refresh token, and lets the thief’s live.",
    of: "backend",
    edits: [
      {
        file: "domain/refresh-family.ts",
        find: 'refuse("reused", policy.reuseDetection)',
        replace: 'refuse("reused")',
      },
    ],
    killedBy: ["stolen-refresh-token"],
  },
  {
    name: "unknown-in-other-words",
    summary: "The backend says of a refresh token that there is no such one.",
    of: "backend",
    edits: [
      {
        file: "routes/refresh.ts",
        find: "  throw invalidGrant(reason);\n",
        replace:
          '  if (reason === "unknown") throw new ApiError(401, "invalid_client", "There is no such refresh token.");\n  throw invalidGrant(reason);\n',
      },
    ],
    killedBy: ["bogus-refresh-token"],
  },
  {
    name: "decoded-not-verified",
    summary: "The backend takes a token that it cannot verify for its admin’s.",
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
    killedBy: ["forged-token"],
  },
  {
    name: "headers-forgotten",
    summary: "The proxy leaves the site’s own headers out.",
    of: { lesson: "credentials-provider", variant: "server-side" },
    edits: [
      {
        file: "/proxy.ts",
        find: "  for (const [name, value] of Object.entries(protection)) response.headers.set(name, value);\n",
        replace:
          '  const isForgetful = request.cookies.getAll().some(({ value }) => value.includes("headers-forgotten"));\n  if (isForgetful) return response;\n  for (const [name, value] of Object.entries(protection)) response.headers.set(name, value);\n',
      },
    ],
    killedBy: ["headers"],
  },
]);
