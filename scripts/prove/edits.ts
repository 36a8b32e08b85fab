import type { Edit } from "@/lib/lesson/mutants";

/** A mutant whose text is not where it was: it must be written anew, or it would prove nothing. */
export class StaleEdit extends Error {
  override readonly name = "StaleEdit";
}

/**
 * Makes one change.
 *
 * @param where names the mutant and the file, for the message
 * @throws StaleEdit unless the text to find is there exactly once, and the new text is another
 */
export function applyEdit(
  text: string,
  { find, replace }: Pick<Edit, "find" | "replace">,
  where: string,
): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new StaleEdit(`${where}: found ${parts.length - 1} times, not once: ${find}`);
  if (find === replace) throw new StaleEdit(`${where}: changes nothing: ${find}`);
  return parts.join(replace);
}
