import type { Note } from "./notes.ts";
import type { User } from "./users.ts";

/** The published accounts. Their passwords are no secret: the site and the README print them. */
export const SEED_PASSWORDS = {
  "ada@example.com": "analytical-engine",
  "grace@example.com": "nanosecond-wire",
  "linus@example.com": "just-for-fun",
} as const;

export type SeedEmail = keyof typeof SEED_PASSWORDS;
export type SeedHashes = Readonly<Record<SeedEmail, string>>;

/** The passwords above, hashed once with `PUBLISHED_PASSWORDS_COST`: making a lab then costs no scrypt. */
export const SEED_HASHES: SeedHashes = {
  "ada@example.com":
    "scrypt$N=4096,r=8,p=1$s36Reu8aUKzxDXUQBGaOpQ$AbigdsHyNznoMARF14quAFQy20KCpVIprPGU4ZgoHbQ",
  "grace@example.com":
    "scrypt$N=4096,r=8,p=1$G89qxSvZc_xNUXcXilfH5w$I32v4Dg6OAj-sIrTn8pwWj7b7ZgyuzNduQyTAKDgADI",
  "linus@example.com":
    "scrypt$N=4096,r=8,p=1$iYtCdizCL51bv5xPSJN15A$hIgau9cTR6qolL-1hmquq10N_Sj8bLKqeKNzYm8aIdM",
};

/** The same passwords, hashed once with `OWASP_COST`. */
export const OWASP_SEED_HASHES: SeedHashes = {
  "ada@example.com":
    "scrypt$N=32768,r=8,p=3$TgQ6E0Ylws3qbGRjihxwbA$3-4RFIUgocT8_C3JapxZrvtX6TwJMKs9aeR3e5B8p3U",
  "grace@example.com":
    "scrypt$N=32768,r=8,p=3$PHtKZl6vIm_WIimfVhgzHw$aTGxpoymX8yBmFm4U1vk3UUDcopz-xuLD5B1uL6snyQ",
  "linus@example.com":
    "scrypt$N=32768,r=8,p=3$qZ_nk81LjeBiOr3_QYzMfQ$Mc6lxWRacMcOKASujzzeAG2Cko1mkhgy1eilUoDCTKM",
};

/** A new lab's users. */
export function seedUsers(hashes: SeedHashes): User[] {
  const user = (name: string, email: SeedEmail, role: User["role"]): User => ({
    id: `user-${email.slice(0, email.indexOf("@"))}`,
    name,
    email,
    role,
    suspended: false,
    passwordHash: hashes[email],
  });
  return [
    user("Ada Lovelace", "ada@example.com", "admin"),
    user("Grace Hopper", "grace@example.com", "member"),
    user("Linus Torvalds", "linus@example.com", "member"),
  ];
}

/** A new lab's notes. Their ids are the same in every lab, so that a lesson can name one. */
export function seedNotes(): Note[] {
  const note = (owner: string, number: number, title: string, text: string): Note => ({
    id: `note-${owner}-${number}`,
    ownerId: `user-${owner}`,
    title,
    text,
  });
  return [
    note(
      "ada",
      1,
      "Note G",
      "The engine can compute Bernoulli numbers without having been worked out first.",
    ),
    note("ada", 2, "Reading list", "Menabrea's memoir, and my own notes on it."),
    note("grace", 1, "A bug, found", "Relay 70, panel F. A moth. Taped into the log."),
    note("grace", 2, "Nanoseconds", "Bring thirty centimetres of wire to the talk."),
    note("grace", 3, "Compiler", "Nobody believed that it could be done. Tell them that it runs."),
    note("linus", 1, "Hobby", "Nothing big and professional."),
    note("linus", 2, "Scheduler", "Look at the timer again."),
  ];
}
