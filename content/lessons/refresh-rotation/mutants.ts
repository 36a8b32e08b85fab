import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

const store = { variant: "token-store" };
const proxy = { variant: "in-proxy" };

export default defineMutants(meta, [
  {
    name: "write-not-awaited",
    summary: "The store’s write is not awaited: whoever asked reads the old tokens.",
    of: store,
    edits: [
      {
        find: "await store.set(id, await refreshTokens(tokens.refreshToken));",
        replace: "void refreshTokens(tokens.refreshToken).then((pair) => store.set(id, pair));",
      },
    ],
    killedBy: ["layout-and-page"],
  },
  {
    name: "expiry-in-milliseconds",
    summary: "`accessExpiresAt` is taken for milliseconds: no token ever seems old.",
    of: store,
    edits: [
      {
        find: "now() < tokens.accessExpiresAt - EARLY_SECONDS",
        replace: "now() < tokens.accessExpiresAt * 1000 - EARLY_SECONDS",
      },
    ],
    killedBy: ["idle-return"],
  },
  {
    name: "refreshed-too-late",
    summary: "The margin has the wrong sign, and is five minutes: the token is refreshed after it died.",
    of: store,
    edits: [
      {
        find: "tokens.accessExpiresAt - EARLY_SECONDS",
        replace: "tokens.accessExpiresAt + 60 * EARLY_SECONDS",
      },
    ],
    killedBy: ["data-request"],
  },
  {
    name: "no-lock",
    summary: "Everybody who asks refreshes for themselves.",
    of: store,
    edits: [
      {
        find: "const turn = (queues.get(id) ?? Promise.resolve()).then(work, work);",
        replace: "const turn = work();",
      },
    ],
    killedBy: ["parallel-requests", "two-tabs"],
  },
  {
    name: "outage-ends-it",
    summary: "Any failed refresh is taken for the backend’s no.",
    of: store,
    edits: [
      {
        find: '      if (!(error instanceof BackendError) || error.code !== "refused") return true;\n',
        replace: "",
      },
    ],
    killedBy: ["backend-down", "backend-silent", "backend-malformed"],
  },
  {
    name: "refusal-thrown",
    summary: "The backend’s no is thrown out of `jwt`: NextAuth clears the cookie, and nobody can say why.",
    of: store,
    edits: [{ find: "      await store.delete(id);\n      return false;", replace: "      throw error;" }],
    killedBy: ["refresh-expired", "seven-days", "stolen-token"],
  },
  {
    name: "family-outlives-sign-out",
    summary: "Signing out forgets the tokens and never tells the backend.",
    of: store,
    edits: [{ find: "      if (tokens) await revokeTokens(tokens.refreshToken);\n", replace: "" }],
    killedBy: ["copied-cookie"],
  },
  {
    name: "id-outlives-sign-out",
    summary: "Signing out tells the backend and leaves the tokens in the store.",
    of: store,
    edits: [{ find: "      await store.delete(tokensId);\n", replace: "" }],
    killedBy: ["copied-cookie"],
  },
  {
    name: "request-only",
    summary: "What renders now has the refreshed cookie, and the browser never gets it.",
    of: proxy,
    edits: [
      {
        find: "    for (const [chunk, value] of chunks) response.cookies.set(chunk, value, { ...options, expires });\n",
        replace: "",
      },
    ],
    killedBy: ["layout-and-page"],
  },
  {
    name: "no-single-flight",
    summary: "Each request in the proxy refreshes for itself.",
    of: proxy,
    edits: [
      { find: "await refreshOnce(family, tokens)", replace: "await refreshTokens(tokens.refreshToken)" },
    ],
    killedBy: ["parallel-requests", "two-tabs"],
  },
  {
    name: "one-flight-for-everybody",
    summary:
      "The refresh that is under way is kept under no name: whoever asks gets it, another user as well.",
    of: proxy,
    edits: [{ find: "await refreshOnce(family, tokens)", replace: 'await refreshOnce("everybody", tokens)' }],
    killedBy: ["two-users"],
  },
  {
    name: "flight-noted-too-late",
    summary: "The refresh is noted once its answer is there: the lock is taken by everybody at once.",
    of: proxy,
    edits: [
      {
        find: "  latest.set(family, flight);\n",
        replace: "  await flight.tokens;\n  latest.set(family, flight);\n",
      },
    ],
    killedBy: ["parallel-requests", "two-tabs"],
  },
  {
    name: "status-ends-it",
    summary: "A session ends with any answer of the backend that is no outage, whatever its error code says.",
    of: store,
    edits: [
      {
        find: 'error.code !== "refused") return true;',
        replace: '!["refused", "misconfigured"].includes(error.code)) return true;',
      },
    ],
    killedBy: ["client-refused"],
  },
  {
    name: "expired-token-sent",
    summary: "A page sends the access token that it has, expired or not, and believes the 401.",
    of: store,
    edits: [
      {
        find: "return token.tokensId === undefined ? undefined : appStore().get(token.tokensId);",
        replace:
          "const kept = token.tokensId === undefined ? undefined : await appStore().get(token.tokensId);\n    return kept && { ...kept, accessExpiresAt: Number.MAX_SAFE_INTEGER };",
      },
    ],
    killedBy: ["token-endpoint-down"],
  },
  {
    name: "old-refresh-token-kept",
    summary: "The new access token is kept, and the refresh token that was just spent.",
    of: proxy,
    edits: [
      {
        find: "return { ...token, ...(await refreshOnce(family, tokens)) };",
        replace: "return { ...token, ...(await refreshOnce(family, tokens)), refreshToken };",
      },
    ],
    killedBy: ["idle-return", "key-rotated"],
  },
  {
    name: "reuse-unpunished",
    summary: "The backend refuses a spent refresh token, and lets its family live.",
    of: "backend",
    edits: [
      {
        file: "domain/refresh-family.ts",
        find: 'refuse("reused", policy.reuseDetection)',
        replace: 'refuse("reused")',
      },
    ],
    killedBy: ["stolen-token", "spent-token"],
  },
  {
    name: "suspension-ignored",
    summary: "The backend notes a suspension, and goes on serving tokens that it gave out before.",
    of: "backend",
    edits: [
      {
        file: "store/memory/lab.ts",
        find: 'return suspended ? this.#contents.families.revokeAll("suspended", this.#now(), userId) : [];',
        replace: "return [];",
      },
      {
        file: "routes/authenticate.ts",
        find: '  if (user.suspended) throw invalidToken("suspended");\n',
        replace: "",
      },
    ],
    killedBy: ["suspended-user"],
  },
  {
    name: "grace-for-any-ancestor",
    summary: "The grace window is open to every spent token of the family, and not to the last one alone.",
    of: "backend",
    edits: [
      {
        file: "domain/refresh-family.ts",
        find: "    token.replacedBy === family.current &&\n    token.sealedSuccessor !== null &&\n",
        replace: "    token.replacedBy !== null &&\n",
      },
    ],
    killedBy: [],
    killedByTests: ["mock-backend/routes/refresh.test.ts"],
  },
  {
    name: "rotation-extends-the-family",
    summary: "Each rotation moves the end of the whole family.",
    of: "backend",
    edits: [
      {
        file: "domain/refresh-family.ts",
        find: '  if (now >= family.absoluteExpiresAt) return refuse("expired");\n',
        replace: "",
      },
      {
        file: "domain/refresh-family.ts",
        find: "return Math.min(now + idleTtlSeconds * 1000, absoluteExpiresAt);",
        replace: "return Math.max(now + idleTtlSeconds * 1000, absoluteExpiresAt);",
      },
    ],
    killedBy: [],
    killedByTests: ["mock-backend/domain/rotation.property.test.ts"],
  },
]);
