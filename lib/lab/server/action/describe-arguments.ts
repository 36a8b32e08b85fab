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
