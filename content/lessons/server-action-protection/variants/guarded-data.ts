import "server-only";
import { z } from "zod";
import { currentSession } from "@/content/notes-app/current-session";
import { BackendError } from "@/lib/backend/errors";
import * as notes from "@/lib/backend/notes";
import { usableAccessToken } from "@/lib/backend/tokens";
import { type Profile, roleSchema, updateUser, whoAmI } from "@/lib/backend/users";

// #region answers
/** All that a caller learns. `refused` is one word for "no such thing", "not yours" and "not for you". */
export type Answer =
  | { ok: true }
  | { ok: false; error: "signed-out" | "invalid" | "refused" | "unavailable" };

class Refusal extends Error {
  constructor(readonly code: "signed-out" | "invalid" | "refused") {
    super(code);
  }
}

/** Runs one operation of this layer, and turns whatever it throws into one of four words. */
export async function answering(operation: () => Promise<void>): Promise<Answer> {
  try {
    await operation();
    return { ok: true };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.code };
    if (error instanceof BackendError) return { ok: false, error: meaning[error.code] };
    throw error;
  }
}

const meaning = {
  refused: "signed-out",
  forbidden: "refused",
  "not-found": "refused",
  "locked-out": "unavailable",
  misconfigured: "unavailable",
  unavailable: "unavailable",
  malformed: "unavailable",
} as const satisfies Record<BackendError["code"], string>;
// #endregion answers

// #region schemas
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);
const ids = z.array(id).min(1).max(20);
// #endregion schemas

// #region operations
export async function deleteNote(noteId: unknown): Promise<void> {
  const accessToken = await requireSession();
  const parsed = parse(id, noteId);
  await requireUser(accessToken);
  // As the user: the backend deletes the note if it is theirs, in the same step that finds it.
  await notes.deleteNote(accessToken, parsed);
}

export async function setRole(userId: unknown, role: unknown): Promise<void> {
  const accessToken = await requireSession();
  const change = { id: parse(id, userId), role: parse(roleSchema, role) };
  const user = await requireUser(accessToken);
  if (user.role !== "admin") throw new Refusal("refused");
  await updateUser(accessToken, change.id, { role: change.role });
}

export async function deleteNotes(noteIds: unknown): Promise<void> {
  const accessToken = await requireSession();
  const parsed = parse(ids, noteIds);
  await requireUser(accessToken);
  for (const noteId of parsed) await notes.deleteNote(accessToken, noteId);
}
// #endregion operations

// #region steps
/** 1. A session that can still be used. @returns the user's own access token, which has not expired */
async function requireSession(): Promise<string> {
  const session = await currentSession();
  if (session?.accessToken === undefined || session.error) throw new Refusal("signed-out");
  const { accessToken, accessExpiresAt } = session;
  return usableAccessToken({ accessToken, accessExpiresAt });
}

/** 2. Arguments are whatever was posted: a type is a promise that the sender never made. */
function parse<T>(schema: z.ZodType<T>, argument: unknown): T {
  const result = schema.safeParse(argument);
  if (!result.success) throw new Refusal("invalid");
  return result.data;
}

/** 3. Who this is, and with which role, at this moment: the backend knows, the cookie remembers. */
async function requireUser(accessToken: string): Promise<Profile> {
  return whoAmI(accessToken);
}
// #endregion steps
