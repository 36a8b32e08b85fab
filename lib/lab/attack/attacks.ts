/** Who posts: the learner from their own browser, nobody at all, or somebody with a session. */
export type AttackAs = "you" | "nobody" | "linus" | "grace" | "grace-demoted" | "grace-suspended";

/** One thing that the attacker's panel can send. Everything in it is written here: a caller chooses, and no more. */
export type Attack = {
  readonly name: string;
  /** "As nobody": the group that the panel lists it under. */
  readonly group: string;
  /** What is sent, as a label. */
  readonly label: string;
  readonly as: AttackAs;
  readonly action: "deleteNote" | "deleteNotes" | "setRole";
  /** The arguments as posted: `NOTE` stands for the id of one of Grace's notes. */
  readonly args: string;
  readonly path: string;
  readonly origin?: string;
  /** Posted as a browser without JavaScript posts a form. */
  readonly form?: boolean;
};

const deleteNote = { action: "deleteNote", args: '["NOTE"]', path: "/notes" } as const;
const nobody = { group: "As nobody", as: "nobody" } as const;

export const attacks: readonly Attack[] = [
  { ...deleteNote, ...nobody, name: "nobody", label: "Delete a note of Grace’s" },
  { ...deleteNote, ...nobody, name: "through-root", label: "The same, posted to /", path: "/" },
  {
    ...deleteNote,
    ...nobody,
    name: "through-nowhere",
    label: "The same, posted to a page that does not exist",
    path: "/no/such/page",
  },
  {
    ...deleteNote,
    ...nobody,
    name: "without-javascript",
    label: "The same, as a form without JavaScript",
    form: true,
  },
  {
    ...nobody,
    name: "unused-sibling",
    label: "Call deleteNotes, which no page uses",
    action: "deleteNotes",
    args: '[["NOTE"]]',
    path: "/notes",
  },
  {
    ...deleteNote,
    name: "not-yours",
    group: "As Linus, a member",
    as: "linus",
    label: "Delete a note of Grace’s",
  },
  {
    name: "not-admin",
    group: "As Linus, a member",
    as: "linus",
    label: "Make himself an admin",
    action: "setRole",
    args: '["user-linus","admin"]',
    path: "/notes/admin",
  },
  {
    ...deleteNote,
    name: "from-here",
    group: "As you, from this browser",
    as: "you",
    label: "Delete a note that is not yours, by fetch",
  },
  {
    name: "demoted",
    group: "As Grace, with yesterday’s cookie",
    as: "grace-demoted",
    label: "Demoted a moment ago: make herself an admin again",
    action: "setRole",
    args: '["user-grace","admin"]',
    path: "/notes/admin",
  },
  {
    ...deleteNote,
    name: "suspended",
    group: "As Grace, with yesterday’s cookie",
    as: "grace-suspended",
    label: "Suspended a moment ago: delete her own note",
  },
  {
    ...deleteNote,
    name: "malformed",
    group: "As Grace, with arguments that are not strings",
    as: "grace",
    label: "An array that holds the id",
    args: '[["NOTE"]]',
  },
  {
    ...deleteNote,
    name: "polluting",
    group: "As Grace, with arguments that are not strings",
    as: "grace",
    label: "An object with __proto__",
    args: '[{"__proto__":{"role":"admin"},"id":"NOTE"}]',
  },
  {
    ...deleteNote,
    name: "oversized",
    group: "As Grace, with arguments that are not strings",
    as: "grace",
    label: "A hundred thousand characters",
    args: JSON.stringify(["n".repeat(100_000)]),
  },
  {
    ...deleteNote,
    name: "foreign-origin",
    group: "From another site, in Grace’s browser",
    as: "grace",
    label: "Origin: https://attacker.example",
    origin: "https://attacker.example",
  },
  {
    ...deleteNote,
    name: "null-origin",
    group: "From another site, in Grace’s browser",
    as: "grace",
    label: "Origin: null, from a sandboxed frame",
    origin: "null",
  },
];
