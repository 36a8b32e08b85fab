import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

const of = { variant: "session-list" };

export default defineMutants(meta, [
  {
    name: "id-optional",
    summary: "A cookie without an id is taken for one from before, and one whose id is unknown as well.",
    of,
    edits: [
      {
        find: "return sessionId !== undefined && (await signedIn.get(sessionId)) !== undefined;",
        replace: "return sessionId !== undefined;",
      },
    ],
    killedBy: ["cookie-session", "cookie-page", "everywhere"],
  },
  {
    name: "forgets-the-backend",
    summary: "What the backend could not hear is struck off all the same.",
    of,
    edits: [
      {
        find: '      if (error instanceof BackendError && error.code === "unavailable") return;\n',
        replace: "",
      },
    ],
    killedBy: ["backend-down"],
  },
  {
    name: "everybody-everywhere",
    summary: "“Everywhere” ends the sessions of all users.",
    of,
    edits: [{ find: "session.userId === userId", replace: "userId !== undefined" }],
    killedBy: ["everywhere"],
  },
  {
    name: "one-is-all",
    summary: "A plain sign-out ends all of the user’s sessions.",
    of,
    edits: [
      {
        find: "  async signOut({ sessionId }) {\n    if (sessionId !== undefined) await end([sessionId]);",
        replace: "  async signOut({ sub }) {\n    await end(await idsOf(sub));",
      },
    ],
    killedBy: ["one-only", "twice"],
  },
  {
    name: "outage-is-a-no",
    summary: "The backend is asked as well, and whoever cannot be asked about is signed out.",
    of,
    edits: [
      {
        find: 'import { revokeTokens } from "@/lib/backend/tokens";\n',
        replace:
          'import { revokeTokens } from "@/lib/backend/tokens";\nimport { whoAmI } from "@/lib/backend/users";\n',
      },
      {
        find: "async isAlive({ sessionId }) {\n",
        replace:
          'async isAlive({ sessionId, accessToken = "" }) {\n    if (!(await whoAmI(accessToken).catch(() => null))) return false;\n',
      },
    ],
    killedBy: ["outage-while-in", "no-extra-call"],
  },
  {
    name: "only-the-page-changes",
    summary: "Signing out leads to the sign-in page, and that is all.",
    of,
    edits: [
      {
        file: "/content/study/auth-handler.ts",
        find: "const response: Response = await NextAuth(request, context, authOptions(choice));",
        replace: `const isOff = action === "signout" && choice["signing-out"] === "only-the-page-changes";
    const response: Response = isOff
      ? Response.json({ url: "/signin" })
      : await NextAuth(request, context, authOptions(choice));`,
      },
    ],
    killedBy: ["other-tabs"],
  },
  {
    name: "any-site-may",
    summary: "“Everywhere” does not ask which site the request comes from.",
    of,
    edits: [
      {
        file: "/content/study/sessions-api.ts",
        find: 'import { LabError } from "@/lib/lab/control";\n',
        replace:
          'import { LabError } from "@/lib/lab/control";\nimport { cookieName, parseVariantChoice } from "@/lib/lab/cookies";\n',
      },
      {
        file: "/content/study/sessions-api.ts",
        find: "  if (!isSameOrigin(request)) return",
        replace:
          '  const chosen = parseVariantChoice(request.cookies.get(cookieName("variants"))?.value);\n  if (chosen["signing-out"] !== "any-site-may" && !isSameOrigin(request)) return',
      },
    ],
    killedBy: ["other-site"],
  },
]);
