import { parseJson } from "@/lib/http/parse-json";
import "server-only";
import { z } from "zod";
import { cookieName } from "@/lib/http/cookies";
import { CookieJar } from "./cookie-jar";
import { type SiteAnswer, siteRequest } from "./site-request";

const csrfReply = z.object({ csrfToken: z.string() });
const signInReply = z.object({ url: z.url() });

/** Somebody who uses the app with cookies of their own: the learner's session is never touched. */
export class Caller {
  private readonly jar: CookieJar;

  /** @param cookies the lab's and its variants': they say in which sandbox a request lands, not who sends it */
  constructor(cookies: readonly { name: string; value: string }[]) {
    this.jar = new CookieJar(cookies);
  }

  get cookies(): string {
    return String(this.jar);
  }

  async send(path: string, init: RequestInit = {}): Promise<SiteAnswer> {
    const headers = new Headers(init.headers);
    headers.set("Cookie", this.cookies);
    const answer = await siteRequest(path, { ...init, headers });
    this.jar.take(answer.headers);
    return answer;
  }

  /** @returns false when the app does not let this user in */
  async signIn({ email, password }: { email: string; password: string }): Promise<boolean> {
    const csrf = csrfReply.safeParse(parseJson((await this.send("/api/auth/csrf")).body));
    if (!csrf.success) return false;
    const { csrfToken } = csrf.data;
    const body = new URLSearchParams({ email, password, csrfToken, callbackUrl: "/notes", json: "true" });
    const answer = await this.send("/api/auth/callback/credentials", { method: "POST", body });
    const reply = signInReply.safeParse(parseJson(answer.body));
    // NextAuth needs these for the sign-in alone.
    for (const name of ["csrf-token", "callback-url"] as const) this.jar.drop(cookieName(name));
    return answer.status === 200 && reply.success && !new URL(reply.data.url).searchParams.has("error");
  }
}
