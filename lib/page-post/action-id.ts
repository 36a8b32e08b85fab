/** As Next makes them: a byte about the action, and a SHA-1 (Next, `mightBeServerReferenceId`). */
export function isActionId(text: string): boolean {
  return /^[0-9a-f]{42}$/.test(text);
}
