import { clipDetail } from "./clip.ts";
import type { LabEvent } from "./event.ts";

/** Bytes of one kept event. */
export const MAX_EVENT_BYTES = 8 * 1024;

/** Lengths, in characters, that the texts of a `detail` are cut to: the first with which the event fits is taken. */
const SHORTER = [2048, 1024, 512, 256];
const SHORTEST = 128;

/**
 * An event as it is kept and sent: one JSON text of at most {@link MAX_EVENT_BYTES}. A parsed object may take fifteen times
 * the bytes of its JSON (nested empty arrays do); the bytes of a text can be counted. Characters outside of ASCII are escaped
 * (RFC 8259 §7), so that the text has as many bytes in memory and on the wire as it has characters: V8 keeps all characters
 * of a string in two bytes as soon as one of them needs two.
 *
 * A `detail` that does not fit has its texts cut first; if it still does not fit, a sentence replaces it.
 */
export function eventText(event: LabEvent): string {
  const whole = asciiJson(event);
  const { detail } = event;
  if (whole.length <= MAX_EVENT_BYTES || detail === undefined) return whole;
  const cutTo = (length: number) => asciiJson({ ...event, detail: clipDetail(detail, length) });
  const shortest = cutTo(SHORTEST);
  if (shortest.length > MAX_EVENT_BYTES) {
    return asciiJson({ ...event, detail: { cut: sentence(whole.length) } });
  }
  for (const length of SHORTER) {
    const shorter = cutTo(length);
    if (shorter.length <= MAX_EVENT_BYTES) return shorter;
  }
  return shortest;
}

function sentence(bytes: number): string {
  return `cut: ${Math.ceil(bytes / 1024)} KB; an event is kept with 8 KB at most`;
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const EACH_BEYOND_ASCII = /[^\0-\x7f]/g;

function asciiJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!BEYOND_ASCII.test(json)) return json;
  const ascii = json.replace(EACH_BEYOND_ASCII, escaped);
  // A string that V8 makes of a two-byte string has two bytes a character, needed or not; decoding bytes makes one byte.
  return new TextDecoder().decode(new TextEncoder().encode(ascii));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
