import type { BackendEvent } from "./mock-backend";

/** What arranging a check leaves in the log. */
const ARRANGING = new Set(["lab.created", "lab.reset"]);

/** The backend's records of one check, a line an event: seconds since the first, who to whom, what, which tokens. */
export function timelineLines(events: readonly BackendEvent[]): string[] {
  const shown = events.filter(({ name }) => !ARRANGING.has(name));
  const start = shown[0]?.at ?? 0;
  return shown.map((event) => `${seconds(event.at - start)}  ${arrow(event)}${tokens(event)}`);
}

function arrow({ type, name, code, text }: BackendEvent): string {
  if (type === "note") return `· ${text ?? name}`;
  if (type === "request") return `app → backend  ${name}`;
  return `app ← backend  ${name}${code === undefined ? "" : ` (${code})`}`;
}

/** "R2": refresh token of generation 2, as on the site's timeline. */
function tokens({ type, tokens }: BackendEvent): string {
  if (type === "note" || tokens.length === 0) return "";
  return `  ${tokens.map(({ kind, generation }) => `${kind.charAt(0).toUpperCase()}${generation}`).join(" ")}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(5)} s`;
}
