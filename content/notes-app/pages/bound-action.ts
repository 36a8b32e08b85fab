type Action = (...args: never[]) => Promise<unknown>;

/**
 * Binds arguments to a Server Action, once for each key: `bind` in a Client Component makes a new reference at every
 * render. After a form post without JavaScript React looks for the form that was posted, and waits for the arguments
 * of a reference that it does not know yet; with a new one each time it would wait for ever (measured on React 19.3.1; vercel/next.js#98045, open since #57867).
 */
export class BoundActions<Bound extends Action> {
  private readonly known = new WeakMap<object, { of: unknown; bound: Bound }>();

  /**
   * @param key lives as long as the arguments mean the same, such as the row that they come from
   * @param action what is bound: another one for the same key is bound anew
   */
  of<Unbound>(key: object, action: Unbound, bind: (action: Unbound) => Bound): Bound {
    const found = this.known.get(key);
    if (found?.of === action) return found.bound;
    const bound = bind(action);
    this.known.set(key, { of: action, bound });
    return bound;
  }
}
