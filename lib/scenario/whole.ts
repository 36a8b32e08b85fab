/**
 * Makes a driver of one that plays some scenarios only: what it lacks is an error that names it, which is no verdict.
 *
 * @param part the methods that the driver has
 */
export function whole<Driver extends object>(part: Partial<Driver>): Driver {
  return new Proxy(part, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name, target);
      if (typeof own === "function") return own.bind(target);
      // Whatever is awaited is asked for a `then`, and has none.
      if (own !== undefined || typeof name === "symbol" || name === "then") return own;
      return () => {
        throw new Error(`This driver cannot ${name}: it plays other scenarios.`);
      };
    },
  }) as Driver;
}
