import { stripVTControlCharacters } from "node:util";

/** Control characters, and those that turn the direction of text: a site or a roster could steer a terminal with them. */
const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** One line of text from outside, safe to print. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/\s+/g, " ").replace(steering, "");
}
