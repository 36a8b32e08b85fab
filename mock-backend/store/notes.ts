import type { NewNote, Note } from "../domain/notes.ts";

export interface Notes {
  list(): Promise<readonly Note[]>;
  byId(id: string): Promise<Note | undefined>;
  /** @returns `undefined` when the lab is full */
  add(ownerId: string, note: NewNote): Promise<Note | undefined>;
  remove(id: string): Promise<boolean>;
}
