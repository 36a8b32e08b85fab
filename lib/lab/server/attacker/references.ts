const reference = /createServerReference\W{1,6}"([0-9a-f]{42})"[^;]{0,160}?"(\w+)"\)/g;

/** The Server Actions that a script can call, in order: Next's compiler leaves each one's id beside its name. */
export function referencesIn(script: string): { id: string; name: string }[] {
  return [...script.matchAll(reference)].map(([, id = "", name = ""]) => ({ id, name }));
}
