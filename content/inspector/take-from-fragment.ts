/**
 * The token that a link brought behind the `#` of this page's address, which browsers keep to themselves. It is taken
 * out of the address, so that it stays in no history.
 */
export function takeFromFragment(): string | null {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get("token");
  if (token === null) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}
