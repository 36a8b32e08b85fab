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
        find: "    return (await remember(token)) !== undefined;",
        replace: "    await remember(token);\n    return token.sessionId !== undefined;",
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
        find: "    await owed.change(id, (debt) => debt && { ...debt, tries: debt.tries + 1 });\n    return false;\n",
        replace: "",
      },
    ],
    killedBy: ["backend-down", "not-heard"],
  },
  {
    name: "only-silence-is-kept",
    summary: "Any answer of the backend’s is taken for a yes.",
    of,
    edits: [
      {
        find: "    await owed.change(id,",
        replace:
          '    if (error.code !== "unavailable") {\n      await owed.delete(id);\n      return true;\n    }\n    await owed.change(id,',
      },
    ],
    killedBy: ["not-heard"],
  },
  {
    name: "strangers-wait",
    summary: "A sign-in tells the backend of others’ sign-outs before it is answered.",
    of,
    edits: [{ find: "    after(tellAllOwed);", replace: "    await tellAllOwed();" }],
    killedBy: ["no-wait"],
  },
  {
    name: "renews-at-sign-out",
    summary: "The proxy renews for NextAuth’s own requests as well: a sign-out’s answer has two cookies.",
    of: { lesson: "refresh-rotation", variant: "in-proxy" },
    edits: [
      {
        find: 'return request.nextUrl.pathname.startsWith("/api/auth/") && !isSessionEndpoint(request);',
        replace: 'return request.nextUrl.pathname.startsWith("/api/auth/csrf");',
      },
    ],
    killedBy: ["while-renewing"],
  },
  {
    name: "pages-stay-as-rendered",
    summary: "A page that is open goes on showing what it was rendered with.",
    of,
    edits: [
      {
        file: "/content/notes-app/pages/notes-layout.tsx",
        find: 'import { SessionStatus } from "./session-status";\n',
        replace:
          'import { SessionStatus } from "./session-status";\nimport { currentLab } from "@/lib/lab/server/context";\n',
      },
      {
        file: "/content/notes-app/pages/notes-layout.tsx",
        find: "  const session = await clientSession();",
        replace: `  const session = await clientSession();
  const stays = currentLab()?.choice?.["signing-out"] === "pages-stay-as-rendered";`,
      },
      {
        file: "/content/notes-app/pages/notes-layout.tsx",
        find: '<OwnPages owner={session === null ? null : (session.user?.name ?? "")}>{children}</OwnPages>',
        replace:
          '{stays ? children : <OwnPages owner={session === null ? null : (session.user?.name ?? "")}>{children}</OwnPages>}',
      },
    ],
    killedBy: ["other-tab-list", "back"],
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
        find: "    if (token.sessionId !== undefined) await end([token.sessionId]);",
        replace: "    await end(await idsOf(token.sub));",
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
        find: "async isAlive(token) {\n",
        replace:
          'async isAlive(token) {\n    if (!(await whoAmI(token.accessToken ?? "").catch(() => null))) return false;\n',
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
        file: "/content/lab/auth-handler.ts",
        find: "const response = await runApp(labApp(choice), () => handleAuth(request, context));",
        replace: `const isOff = action === "signout" && choice["signing-out"] === "only-the-page-changes";
    const response = isOff
      ? Response.json({ url: "/signin" })
      : await runApp(labApp(choice), () => handleAuth(request, context));`,
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
        file: "/content/notes-app/routes/sessions.ts",
        find: 'import { currentApp } from "../current-app";\n',
        replace:
          'import { currentLab } from "@/lib/lab/server/context";\nimport { currentApp } from "../current-app";\n',
      },
      {
        file: "/content/notes-app/routes/sessions.ts",
        find: "  if (!isSameOrigin(request)) return",
        replace:
          '  const isOff = currentLab()?.choice?.["signing-out"] === "any-site-may";\n  if (!isOff && !isSameOrigin(request)) return',
      },
    ],
    killedBy: ["other-site"],
  },
]);
