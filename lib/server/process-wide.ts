const shared = globalThis as { [key: symbol]: unknown };

/**
 * Something that this process has once. Next bundles pages, Route Handlers and the proxy apart, and a variable of a
 * module would exist once in each.
 *
 * @param name which one: the same name is the same thing, whichever bundle asks
 * @param make makes it when it is first asked for
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`silent-refresh.${name}`);
  shared[key] ??= make();
  return shared[key] as Value;
}
