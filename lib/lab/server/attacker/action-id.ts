import "server-only";
import type { Attack } from "@/lib/lab/attack/attacks";
import type { Caller } from "./caller";

/**
 * Finds an action's id as an attacker does: the form's own id is in the page, and the page's scripts name it beside
 * those of the other actions in its module. The id is the same for every user of a build.
 *
 * @param reader somebody who may see the page with the form
 * @returns null when the page does not show it
 */
export async function actionId(reader: Caller, action: Attack["action"]): Promise<string | null> {
  const page = await reader.send(action === "setRole" ? "/notes/admin" : "/notes");
  const ofForm = /&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/.exec(page.body)?.[1];
  const scripts = [...new Set(page.body.match(/\/_next\/static\/[\w./~-]+\.js/g))];
  const texts = await Promise.all(scripts.map(async (path) => (await reader.send(path)).body));
  const references = texts.flatMap(referencesIn);
  const at = references.findIndex(({ id }) => id === ofForm);
  return at < 0 ? null : (references.slice(at).find(({ name }) => name === action)?.id ?? null);
}

const reference = /createServerReference\W{1,6}"([0-9a-f]{42})"[^;]{0,160}?"(\w+)"\)/g;

/** The Server Actions that a script can call, in order: Next's compiler leaves each one's id beside its name. */
export function referencesIn(script: string): { id: string; name: string }[] {
  return [...script.matchAll(reference)].map(([, id = "", name = ""]) => ({ id, name }));
}
