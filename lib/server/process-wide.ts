const shared = globalThis as { [key: symbol]: unknown };

/**
 * A value that this process has once. Next bundles pages, Route Handlers and the proxy apart, and a variable of a
 * module would exist once in each.
 *
 * @param name names the value: the same name gives the same value in every bundle
 * @param make makes the value at the first use
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`silent-refresh.${name}`);
  shared[key] ??= make();
  return shared[key] as Value;
}
