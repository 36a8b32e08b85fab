import type { LabEvent } from "@/lib/lab/schemas";

/** Explains a demoted admin's request from the action's events and the backend's answers. */
export function explainDemotion(events: readonly LabEvent[]): string {
  const called = events.findLast(({ name, code }) => name === "action.called" && code === "setRole");
  if (called === undefined) return refusedBefore(events);
  const after = events.filter(({ seq }) => seq > called.seq);
  const ended = after.find(({ name }) => name === "action.passed" || name === "action.refused");
  const variant = typeof called.detail?.variant === "string" ? called.detail.variant : "The action";
  if (ended?.name === "action.passed") {
    const change = patchIn(after);
    const done = change === null ? "" : ` The backend answered ${change.name} to the change of role.`;
    return `Grace had been demoted, and ${variant} let setRole through all the same: it asked nobody who knows.${done} She is an admin again.`;
  }
  if (ended?.name === "action.refused") {
    return `Grace had been demoted, and ${variant} refused setRole at the step ${ended.code ?? "unknown"}, whatever her cookie says. She stays a member.`;
  }
  return "The action was called, and the lab recorded no end of it.";
}

/** The backend's answer to `PATCH /v1/users/…`, or null. */
function patchIn(events: readonly LabEvent[]): LabEvent | null {
  const asked = events.find(
    ({ type, name }) => type === "request" && name.startsWith("PATCH /v1/admin/users/"),
  );
  if (asked === undefined) return null;
  return events.find(({ type, exchange }) => type === "response" && exchange === asked.exchange) ?? null;
}

function refusedBefore(events: readonly LabEvent[]): string {
  const answer = events.findLast(({ type, to }) => type === "response" && to === "attacker");
  return answer === undefined
    ? "The request did not reach the action, and the lab recorded no answer to it."
    : `The request did not reach the action: the site answered ${answer.name}.`;
}
