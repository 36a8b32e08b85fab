import "server-only";

/**
 * One instance a process. Next bundles pages, Route Handlers and actions apart: a variable of a module would exist once
 * in each.
 */
export function shared<T>(name: string, make: () => T): T {
  const key = Symbol.for(`right-app.${name}`);
  const instances = globalThis as { [key: symbol]: T | undefined };
  const instance = instances[key] ?? make();
  instances[key] = instance;
  return instance;
}
