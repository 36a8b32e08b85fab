import { CookieJar as ToughJar } from "tough-cookie";

/** All cookies are one site's: only their names, values and lifetimes count. */
const SITE = "https://localhost/";

/** The cookies of a caller without a browser. */
export class CookieJar {
  private readonly jar = new ToughJar();

  constructor(cookies: readonly { name: string; value: string }[]) {
    for (const { name, value } of cookies) this.set(`${name}=${value}; Path=/; Secure`);
  }

  /** Takes the cookies that a response sets, and drops those that it clears. */
  take(headers: Headers): void {
    for (const line of headers.getSetCookie()) this.set(line);
  }

  drop(name: string): void {
    this.set(`${name}=; Path=/; Secure; Max-Age=0`);
  }

  /** The `Cookie` header's value. */
  toString(): string {
    return this.jar.getCookieStringSync(SITE);
  }

  private set(line: string): void {
    this.jar.setCookieSync(line, SITE, { ignoreError: true });
  }
}
