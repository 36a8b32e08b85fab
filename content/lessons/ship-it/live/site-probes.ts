import { attack, recorded } from "./ask";
import { type Finding, fails, holds } from "./finding";

/** An attack that must change nothing: the backend's own word, before and after. */
export function attacked(name: string) {
  return async (): Promise<Finding> => {
    const { answer, changes } = await attack(name);
    return changes.length === 0
      ? holds(`Answered ${answer.status}, and the backend is as before.`)
      : fails(`Answered ${answer.status}. ${changes.join(" ")}`);
  };
}

/** An argument that must not even be handed on: an array where an id should be. */
export async function actionInput(): Promise<Finding> {
  const events = await recorded(() => attack("malformed"));
  const asked = events.filter(({ type, name }) => type === "request" && name.startsWith("DELETE /v1/"));
  return asked.length === 0
    ? holds("An array for an id never reached the backend.")
    : fails(`An array for an id went on to the backend: ${asked[0]?.name}.`);
}

const asked = ["/", "/signin"] as const;

/** Of this site, not of the variant: the same for all of them. */
export async function headers(): Promise<Finding> {
  const missing: string[] = [];
  for (const path of asked) {
    const { headers } = await fetch(path, { cache: "no-store" });
    const policy = headers.get("content-security-policy") ?? "";
    if (policy === "" || policy.includes("unsafe")) missing.push(`a strict policy on ${path}`);
    if (!policy.includes("frame-ancestors")) missing.push(`frame-ancestors on ${path}`);
    if (headers.get("x-content-type-options") !== "nosniff") missing.push(`nosniff on ${path}`);
    if (headers.get("referrer-policy") === null) missing.push(`a referrer policy on ${path}`);
  }
  return missing.length === 0
    ? holds(`${asked.join(" and ")} carry all of them.`)
    : fails(`Missing: ${missing.join(", ")}.`);
}
