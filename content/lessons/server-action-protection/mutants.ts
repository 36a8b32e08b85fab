import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

const of = { variant: "guarded" };
const file = "guarded-data.ts";

/** The app's own access to the backend, which the right variant never uses. */
const withService = {
  file,
  find: 'import * as notes from "@/lib/backend/notes";\n',
  replace:
    'import * as notes from "@/lib/backend/notes";\nimport { asService } from "@/lib/backend/service";\n',
};

export default defineMutants(meta, [
  {
    name: "ownership-checked-after",
    summary: "The note is deleted with the app’s own access, and its owner is looked at afterwards.",
    of,
    edits: [
      withService,
      {
        file,
        find: "  await notes.deleteNote(accessToken, parsed);\n",
        replace:
          '  const own = await notes.listNotes(accessToken);\n  await asService("DELETE", `/v1/notes/${parsed}`);\n  if (!own.some((note) => note.id === parsed)) throw new Refusal("refused");\n',
      },
    ],
    killedBy: ["not-yours"],
  },
  {
    name: "permission-of-the-app",
    summary: "The user is known, and the backend is asked with the app’s own access.",
    of,
    edits: [
      withService,
      {
        file,
        find: "  await notes.deleteNote(accessToken, parsed);\n",
        replace: '  await asService("DELETE", `/v1/notes/${parsed}`);\n',
      },
    ],
    killedBy: ["not-yours", "demoted"],
  },
  {
    name: "nobody-asked-who",
    summary: "A session is enough: the backend is not asked whether its user may still do anything.",
    of,
    edits: [
      withService,
      {
        file,
        find: "  await requireUser(accessToken);\n  // As the user: the backend deletes the note if it is theirs, in the same step that finds it.\n  await notes.deleteNote(accessToken, parsed);\n",
        replace: '  if (accessToken) await asService("DELETE", `/v1/notes/${parsed}`);\n',
      },
    ],
    killedBy: ["suspended"],
  },
  {
    name: "sibling-unguarded",
    summary: "The action that no page uses has no guard.",
    of,
    edits: [
      withService,
      {
        file,
        find: "  for (const noteId of parsed) await notes.deleteNote(accessToken, noteId);\n",
        replace: '  for (const noteId of parsed) await asService("DELETE", `/v1/notes/${noteId}`);\n',
      },
      {
        file,
        find: "deleteNotes(noteIds: unknown): Promise<void> {\n  const accessToken = await requireSession();\n  const parsed = parse(ids, noteIds);\n  await requireUser(accessToken);\n",
        replace: "deleteNotes(noteIds: unknown): Promise<void> {\n  const parsed = parse(ids, noteIds);\n",
      },
    ],
    killedBy: ["unused-sibling"],
  },
  {
    name: "role-from-the-cookie",
    summary: "The cookie says who is an admin, and the change is made with the app’s own access.",
    of,
    edits: [
      withService,
      {
        file,
        find: '  const user = await requireUser(accessToken);\n  if (user.role !== "admin") throw new Refusal("refused");\n  await updateUser(accessToken, change.id, { role: change.role });\n',
        replace:
          '  const session = await currentSession();\n  if (session?.user.role !== "admin") throw new Refusal("refused");\n  await asService("PATCH", `/v1/admin/users/${change.id}`, { role: change.role });\n',
      },
    ],
    killedBy: ["demoted"],
  },
  {
    name: "any-role",
    summary: "The change of a role asks who is there, not what they may do, and uses the app’s own access.",
    of,
    edits: [
      withService,
      {
        file,
        find: '  if (user.role !== "admin") throw new Refusal("refused");\n  await updateUser(accessToken, change.id, { role: change.role });\n',
        replace:
          '  if (user) await asService("PATCH", `/v1/admin/users/${change.id}`, { role: change.role });\n',
      },
    ],
    killedBy: ["not-admin"],
  },
  {
    name: "argument-unparsed",
    summary: "The id is what its type says, because TypeScript says so.",
    of,
    edits: [{ file, find: "const parsed = parse(id, noteId);", replace: "const parsed = noteId as string;" }],
    killedBy: ["malformed", "oversized", "polluting"],
  },
  {
    name: "error-in-the-answer",
    summary: "The caller reads the error as it was thrown.",
    of,
    edits: [
      {
        file,
        find: "if (error instanceof BackendError) return { ok: false, error: meaning[error.code] };",
        replace: "if (error instanceof BackendError) return { ok: false, error: String(error) };",
      },
    ],
    killedBy: ["no-internals", "error-in-words"],
  },
  {
    name: "whole-object-in-the-answer",
    summary: "The answer carries what the backend returned.",
    of,
    edits: [
      {
        file,
        find: "    await operation();\n    return { ok: true };\n",
        replace: "    return { ok: true, ...(await operation()) };\n",
      },
      {
        file,
        find: "  await updateUser(accessToken, change.id, { role: change.role });\n",
        replace: "  return updateUser(accessToken, change.id, { role: change.role });\n",
      },
    ],
    killedBy: ["minimal-answer"],
  },
  {
    name: "looked-up-first",
    summary: "Whoever is named is looked up before it is asked who may name them.",
    of,
    edits: [
      withService,
      {
        file,
        find: "  const user = await requireUser(accessToken);\n",
        replace:
          '  await asService("PATCH", `/v1/admin/users/${change.id}`, { suspended: false });\n  const user = await requireUser(accessToken);\n',
      },
    ],
    killedBy: ["same-answer"],
  },
  {
    name: "owners-ignored",
    summary: "Only an admin’s delete is done; an owner’s is answered as if it had been.",
    of,
    edits: [
      {
        file,
        find: "  await requireUser(accessToken);\n  // As the user",
        replace:
          '  const { role } = await requireUser(accessToken);\n  if (role !== "admin") return;\n  // As the user',
      },
    ],
    killedBy: ["no-origin", "rightful-user", "rightful-without-javascript", "double-submission"],
  },
  {
    name: "admins-refused",
    summary: "The comparison of the role is the wrong way round.",
    of,
    edits: [{ file, find: 'if (user.role !== "admin")', replace: 'if (user.role === "admin")' }],
    killedBy: ["rightful-admin"],
  },
  {
    name: "origin-dropped",
    summary: "A proxy in front of the app drops the `Origin` header.",
    of,
    edits: [
      {
        file: "/content/notes-app/proxy.ts",
        find: 'import { currentApp } from "./current-app";\n',
        replace:
          'import { currentLab } from "@/lib/lab/server/context";\nimport { currentApp } from "./current-app";\n',
      },
      {
        file: "/content/notes-app/proxy.ts",
        find: '  headers.set("cookie", request.cookies.toString());\n',
        replace:
          '  headers.set("cookie", request.cookies.toString());\n  if (currentLab()?.choice?.["server-action-protection"] === "origin-dropped") headers.delete("origin");\n',
      },
    ],
    killedBy: ["foreign-origin", "route-handler"],
  },
]);
