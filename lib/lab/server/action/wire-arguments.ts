/**
 * A Server Action's arguments as its caller posted them, for a curl line: plain values only. For objects and forms
 * React's encoding is its own, and what was decoded does not tell what was sent.
 */
export function wireArguments(args: readonly unknown[]): string | null {
  const isPlain = args.every(
    (arg) => arg === null || Number.isFinite(arg) || typeof arg === "string" || typeof arg === "boolean",
  );
  // React marks what is no string with a leading dollar sign, and escapes a string that begins with one.
  const isLiteral = args.every((arg) => typeof arg !== "string" || !arg.startsWith("$"));
  return isPlain && isLiteral ? JSON.stringify(args) : null;
}
