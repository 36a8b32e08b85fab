import { z } from "zod";
import { type PlainAnswer, PlainClient } from "../fixtures/plain-client";

const csrfSchema = z.object({ csrfToken: z.string() });
const signedInSchema = z.object({ url: z.url() });

/** A learner of a class, by the requests of a browser's sign-in, straight to the site: the proxy's work is not measured. */
export class PlainLearner {
  private readonly client: PlainClient;
  private readonly headers: Record<string, string>;
  /** Asked for once: a second answer would take the cookie of the first one away. */
  private csrfToken: Promise<string> | undefined;

  private constructor(site: string, address: string) {
    this.client = new PlainClient(site);
    this.headers = { "X-Forwarded-For": address };
  }

  /**
   * With a lab of their own.
   *
   * @param address where the proxy would say that the learner sits
   */
  static async arrive(site: string, address: string): Promise<PlainLearner> {
    const learner = new PlainLearner(site, address);
    const { status } = await learner.client.post("/api/lab", { headers: learner.headers });
    if (status !== 200) throw new Error(`no lab for ${address}: ${status}`);
    return learner;
  }

  /** @returns "in", or the error that the sign-in page would show */
  async signIn(email: string, password: string): Promise<string> {
    this.csrfToken ??= this.get("/api/auth/csrf").then(
      ({ body }) => csrfSchema.parse(JSON.parse(body)).csrfToken,
    );
    const form = { email, password, csrfToken: await this.csrfToken, callbackUrl: "/notes", json: "true" };
    const { headers } = this;
    const { body } = await this.client.post("/api/auth/callback/credentials", { headers, form });
    const { url } = signedInSchema.parse(JSON.parse(body));
    return new URL(url).searchParams.get("error") ?? "in";
  }

  /** Opens a page. @returns how long that took, in milliseconds */
  async open(path: string): Promise<number> {
    const startedAt = performance.now();
    const { status } = await this.get(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return performance.now() - startedAt;
  }

  private get(path: string): Promise<PlainAnswer> {
    return this.client.get(path, { headers: this.headers });
  }
}
