const LONGEST = 120;

/** Arguments for a line of the timeline: whatever a caller posted, cut short. */
export function describeArguments(args: readonly unknown[]): string {
  const text = args.slice(0, LONGEST).map(describe).join(", ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, LONGEST));
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value instanceof FormData ? "FormData" : "an object";
  }
  return Array.isArray(value) ? `[${describeArguments(value)}]` : String(value);
}

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
