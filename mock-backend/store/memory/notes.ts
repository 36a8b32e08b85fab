import { MAX_NOTES, type NewNote, type Note } from "../../domain/notes.ts";
import type { Notes } from "../notes.ts";

export class MemoryNotes implements Notes {
  readonly #notes: Map<string, Note>;

  constructor(notes: readonly Note[]) {
    this.#notes = new Map(notes.map((note) => [note.id, note]));
  }

  async list() {
    return [...this.#notes.values()];
  }

  async byId(id: string) {
    return this.#notes.get(id);
  }

  async add(ownerId: string, { title, text }: NewNote) {
    if (this.#notes.size >= MAX_NOTES) return undefined;
    const note: Note = { id: `note-${globalThis.crypto.randomUUID()}`, ownerId, title, text };
    this.#notes.set(note.id, note);
    return note;
  }

  async remove(id: string) {
    return this.#notes.delete(id);
  }
}
