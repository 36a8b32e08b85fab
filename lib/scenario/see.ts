/** What a driver cannot find out, such as what a stranger's app holds: `unknown` contradicts nothing. */
export const unknown = Symbol("unknown");
export type Told<T> = T | typeof unknown;

/** Something did not hold: the sentence that leads to what was found, and both values as plain data. */
export class ScenarioFailed extends Error {
  override readonly name = "ScenarioFailed";

  constructor(
    readonly sentence: string,
    readonly found: unknown,
    readonly expected: unknown,
  ) {
    super(`${sentence}: ${inShort(found)}, and not ${inShort(expected)}`);
  }
}

/**
 * Holds what was seen against what must be.
 *
 * @param sentence leads to what was found: "afterwards, a page shows"
 * @param expected plain data, compared by value
 * @throws ScenarioFailed when they differ
 */
export function see<T>(sentence: string, found: Told<T>, expected: T): void {
  if (found === unknown || inShort(found) === inShort(expected)) return;
  throw new ScenarioFailed(sentence, found, expected);
}

function inShort(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
}
