import "server-only";
import type { Attack } from "@/lib/lab/attack/attacks";
import type { Caller } from "./caller";
import { referencesIn } from "./references";

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
