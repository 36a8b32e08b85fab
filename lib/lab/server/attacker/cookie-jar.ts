/** The cookies of somebody who has no browser. */
export class CookieJar {
  private readonly values = new Map<string, string>();

  constructor(cookies: readonly { name: string; value: string }[]) {
    for (const { name, value } of cookies) this.values.set(name, value);
  }

  /** Takes what a response sets, and drops what it clears. */
  take(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const match = /^([^=;]+)=([^;]*)/.exec(line);
      const name = match?.[1]?.trim();
      if (name === undefined) continue;
      if (match?.[2] === "" || /;\s*Max-Age=0/i.test(line)) this.values.delete(name);
      else this.values.set(name, match?.[2] ?? "");
    }
  }

  drop(name: string): void {
    this.values.delete(name);
  }

  /** The `Cookie` header's value. */
  toString(): string {
    return [...this.values].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}
