type Json = Record<string, unknown>;

/** One name in a header or a claims set, in the genuine token and in the forged one. */
export type Difference = {
  name: string;
  genuine: string | null;
  forged: string | null;
  change: "same" | "changed" | "added" | "removed";
};

/** What a forgery made of a header or of claims, name by name, in the order of the genuine one. */
export function differences(genuine: Json, forged: Json): readonly Difference[] {
  const names = [...new Set([...Object.keys(genuine), ...Object.keys(forged)])];
  return names.map((name) => {
    const before = Object.hasOwn(genuine, name) ? shown(genuine[name]) : null;
    const after = Object.hasOwn(forged, name) ? shown(forged[name]) : null;
    return { name, genuine: before, forged: after, change: changeOf(before, after) };
  });
}

function changeOf(before: string | null, after: string | null): Difference["change"] {
  if (before === after) return "same";
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
