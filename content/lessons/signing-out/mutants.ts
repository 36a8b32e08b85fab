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
    killedBy: ["one-only"],
  },
]);
