import type { LabEvent } from "@/lib/lab/schemas";

/** How each call of an action ended in a run, read from nothing but its events. */
export function explain(events: readonly LabEvent[]): string {
  const counts = new Map<string, number>();
  let called = "An action";
  for (const { name, code = "" } of events) {
    if (name === "action.called") called = code;
    const ending = endingOf(name, code);
    if (ending === null) continue;
    const sentence = `${called} ${ending}`;
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  if (counts.size === 0) return withoutAction(events);
  return [...counts].map(([sentence, count]) => `${sentence}${times(count)}.`).join(" ");
}

function endingOf(name: string, code: string): string | null {
  if (name === "action.passed") return "went through";
  if (name !== "action.refused") return null;
  return code === "threw" ? "threw, and Next answered 500" : `was refused at the step ${code}`;
}

function withoutAction(events: readonly LabEvent[]): string {
  const handled = events.some(
    ({ type, name }) => type === "request" && name.startsWith("DELETE /api/notes/"),
  );
  return handled
    ? "No action was called: the Route Handler answered, from the same data layer."
    : "No action ran: Next, or the proxy, refused what was posted before it reached one.";
}

function times(count: number): string {
  return count === 1 ? "" : count === 2 ? ", twice" : `, ${count} times`;
}
