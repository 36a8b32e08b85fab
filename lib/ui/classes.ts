/**
 * Joins class names for the `class` attribute. Missing names and false conditions are left out, where a template
 * string would write "undefined" or "false" into the page.
 *
 * @returns undefined when no name is left, so that React writes no attribute
 */
export function classes(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}
