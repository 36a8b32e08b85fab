/**
 * The `class` attribute of several class names. A name that a CSS module does not have, and a condition that does not
 * hold, leave nothing behind: a template string would write "undefined" or "false" into the page.
 *
 * @returns undefined when no name is left, so that React writes no attribute
 */
export function classes(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}
