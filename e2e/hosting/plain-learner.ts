import { z } from "zod";

const csrfSchema = z.object({ csrfToken: z.string() });
const signedInSchema = z.object({ url: z.url() });

/** A learner of a class, by the requests of a browser's sign-in, straight to the site: the proxy's work is not measured. */
export class PlainLearner {
  private readonly cookies = new Map<string, string>();
  /** Asked for once: a second answer would take the cookie of the first one away. */
  private csrfToken: Promise<string> | undefined;

  /** @param address where the proxy would say that the learner sits */
  private constructor(
    private readonly site: string,
    private readonly address: string,
  ) {}

  /** With a lab of their own. */
  static async arrive(site: string, address: string): Promise<PlainLearner> {
    const learner = new PlainLearner(site, address);
    const answer = await learner.ask("/api/lab", { method: "POST" });
    if (answer.status !== 200) throw new Error(`no lab for ${address}: ${answer.status}`);
    return learner;
  }

  /** @returns "in", or the error that the sign-in page would show */
  async signIn(email: string, password: string): Promise<string> {
    this.csrfToken ??= this.askForToken();
    const csrfToken = await this.csrfToken;
    const body = new URLSearchParams({ email, password, csrfToken, callbackUrl: "/notes", json: "true" });
    const answer = await this.ask("/api/auth/callback/credentials", { method: "POST", body });
    const { url } = signedInSchema.parse(await answer.json());
    return new URL(url).searchParams.get("error") ?? "in";
  }

  /** Opens a page. @returns how long that took, in milliseconds */
  async open(path: string): Promise<number> {
    const startedAt = performance.now();
    const answer = await this.ask(path);
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return performance.now() - startedAt;
  }

  private async askForToken(): Promise<string> {
    return csrfSchema.parse(await (await this.ask("/api/auth/csrf")).json()).csrfToken;
  }

  private async ask(path: string, init: { method?: string; body?: URLSearchParams } = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, "X-Forwarded-For": this.address };
    const answer = await fetch(this.site + path, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    }
    return answer;
  }
}
