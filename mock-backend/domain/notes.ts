import { z } from "zod";

export interface Note {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
  readonly text: string;
}

/** Notes that one lab keeps at most, over all its users. */
export const MAX_NOTES = 100;

export const newNoteSchema = z.object({
  title: z.string().trim().min(1).max(120),
  text: z.string().max(2000).default(""),
});
export type NewNote = z.infer<typeof newNoteSchema>;
