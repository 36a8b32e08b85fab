import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

export default defineMutants(meta, [
  {
    name: "a-new-lesson-without-a-name",
    summary: "The session says what role somebody has, and not who it is.",
    of: { lesson: "credentials-provider", variant: "server-side" },
    edits: [{ find: "user: { name: token.name ?? null, role", replace: "user: { name: null, role" }],
    killedBy: ["session-has-a-name"],
  },
]);
