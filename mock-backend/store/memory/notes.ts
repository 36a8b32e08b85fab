import { MAX_NOTES, type NewNote, type Note } from "../../domain/notes.ts";
import type { Notes } from "../store.ts";
import { Account } from "./account.ts";
import { NOTE_BYTES, wordsBytes } from "./weights.ts";

export class MemoryNotes implements Notes {
  /** Replaced at a change, never changed: the seed is shared by all labs. */
  #notes: readonly Note[];
  readonly #account: Account;

  constructor(seed: readonly Note[], account = new Account()) {
    this.#notes = seed;
    this.#account = account;
  }

  async list() {
    return this.#notes;
  }

  async byId(id: string) {
    return this.#notes.find((note) => note.id === id);
  }

  async add(ownerId: string, { title, text }: NewNote) {
    if (this.#notes.length >= MAX_NOTES) return undefined;
    const note = inOwnWords({ id: `note-${globalThis.crypto.randomUUID()}`, ownerId, title, text });
    this.#keep([...this.#notes, note]);
    return note;
  }

  async remove(id: string) {
    const left = this.#notes.filter((note) => note.id !== id);
    if (left.length === this.#notes.length) return false;
    this.#keep(left);
    return true;
  }

  #keep(notes: readonly Note[]): void {
    this.#notes = notes;
    this.#account.set(notes.reduce((bytes, note) => bytes + noteBytes(note), 0));
  }
}

/** V8 keeps a trimmed string as a view into the whole one: a title of a word would keep a body of 16 KB alive. */
function inOwnWords(note: Note): Note {
  return JSON.parse(JSON.stringify(note));
}

function noteBytes({ title, text }: Note): number {
  return NOTE_BYTES + wordsBytes(title) + wordsBytes(text);
}
