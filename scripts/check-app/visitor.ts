import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContext, Cookie, Page } from "@playwright/test";
import { Failure } from "./failure";
import { go, settled } from "./go";
import { NoSessionCookie } from "./no-session-cookie";
import { press } from "./press";
import type { Profile } from "./profile";
import { submitSignIn } from "./sign-in-form";

const SIGN_IN_MS = 20_000;
const SETTLE_MS = 5_000;
const POLL_MS = 50;

/** The state of a page of the app; `what` ends the sentence "/notes shows …". */
export type Seen = { signedIn: boolean; asksToSignIn: boolean; what: string };

/** A visitor with a browser context of their own. */
export class Visitor {
  private constructor(
    readonly context: BrowserContext,
    private tab: Page,
    private readonly url: string,
    private readonly profile: Profile,
  ) {}

  get page(): Page {
    return this.tab;
  }

  static async of(browser: Browser, url: string, profile: Profile): Promise<Visitor> {
    const context = await browser.newContext({ baseURL: url, ignoreHTTPSErrors: true });
    return new Visitor(context, await context.newPage(), url, profile);
  }

  /**
   * Signs in through the app's page, and leaves the page: from then on only the check acts in the browser.
   *
   * @throws NoSessionCookie when the app sets no session cookie
   */
  async signIn(): Promise<void> {
    const { signIn, sessionCookie } = this.profile;
    const answer = await go(this.page, signIn.page);
    await submitSignIn(this.page, signIn, answer?.status());
    const hasCookie = await comesTrue(async () => (await this.sessionCookies()).length > 0, SIGN_IN_MS);
    if (!hasCookie) {
      const name = sessionCookie ?? "*session-token";
      const { pathname, search } = new URL(this.page.url());
      throw new NoSessionCookie(
        `Signing in as ${signIn.user.email} made no session cookie (${name}); the browser is at ${pathname}${search}.`,
        (await this.context.cookies(this.url)).map((cookie) => cookie.name),
      );
    }
    // The script of the page navigates when the answer is there; a form has done so already. Some apps stay.
    await comesTrue(async () => new URL(this.page.url()).pathname !== signIn.page, SETTLE_MS);
    await this.leave();
  }

  /** Opens the protected page, as a click on a bookmark does. */
  async openProtected(): Promise<Seen> {
    const { page, shows } = this.profile.protected;
    return look(this.page, page, shows);
  }

  /** The same in several tabs at the same moment. */
  async openProtectedInTabs(count: number): Promise<Seen[]> {
    const { page, shows } = this.profile.protected;
    const tabs = await Promise.all(Array.from({ length: count }, () => this.context.newPage()));
    const seen = await Promise.all(tabs.map((tab) => look(tab, page, shows)));
    await Promise.all(tabs.map((tab) => tab.close()));
    return seen;
  }

  /** Opens the page whose Server Components read the session, and judges nothing. */
  async openSessionPage(): Promise<void> {
    await go(this.page, this.profile.session?.page ?? this.profile.protected.page);
  }

  /** What NextAuth's client asks for whenever a tab regains the focus; the answer's cookies are kept. */
  async readSession(): Promise<{ text: string; json: unknown }> {
    const answer = await this.context.request.get(`${this.profile.authPath}/session`);
    const text = await answer.text();
    return { text, json: parseJson(text) };
  }

  /** Reads the session in every place that the profile names, as anything in a browser could. */
  async readEverything(): Promise<void> {
    await this.readSession();
    await this.html(this.profile.protected.page);
    if (this.profile.session) await this.html(this.profile.session.page);
  }

  /** A page's text as the server sends it. */
  async html(path: string): Promise<string> {
    return (await this.context.request.get(path)).text();
  }

  /** The session cookie, in all its chunks. */
  async sessionCookies(): Promise<Cookie[]> {
    const cookies = await this.context.cookies(this.url);
    return cookies.filter(({ name }) => this.isSessionCookie(name.replace(/\.\d+$/, "")));
  }

  async signOut(): Promise<void> {
    const { signOut, authPath } = this.profile;
    if (signOut === undefined) {
      const { csrfToken } = await (await this.context.request.get(`${authPath}/csrf`)).json();
      const form = { csrfToken, callbackUrl: "/", json: "true" };
      await this.context.request.post(`${authPath}/signout`, { form });
      return;
    }
    await go(this.page, signOut.page);
    await press(this.page, signOut.press);
    if (!(await comesTrue(async () => (await this.sessionCookies()).length === 0, SETTLE_MS))) {
      throw new Failure(
        `Pressing "${signOut.press}" on ${signOut.page} left the session cookie where it was.`,
      );
    }
  }

  /** Goes on in another tab: in this one, a navigation of the app's own could still come after any of ours. */
  async leave(): Promise<void> {
    await settled(this.tab);
    const left = this.tab;
    this.tab = await this.context.newPage();
    await left.close();
  }

  private isSessionCookie(name: string): boolean {
    const { sessionCookie } = this.profile;
    return sessionCookie === undefined ? name.endsWith("session-token") : name === sessionCookie;
  }
}

/** Asks again and again, until it is so or the time is over. */
async function comesTrue(condition: () => Promise<boolean>, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await wait(POLL_MS);
  }
  return true;
}

/** Opens a page, and says what the page shows once it has settled. */
async function look(page: Page, path: string, shows: string): Promise<Seen> {
  const answer = await go(page, path);
  const expected = page.getByText(shows).first();
  const password = page.locator("input[type=password]").first();
  await expected
    .or(password)
    .first()
    .waitFor({ timeout: SETTLE_MS })
    .catch(() => {});
  if (await expected.isVisible()) return { signedIn: true, asksToSignIn: false, what: `"${shows}"` };
  const { pathname } = new URL(page.url());
  if (await password.isVisible()) {
    return { signedIn: false, asksToSignIn: true, what: `a sign-in page (${pathname})` };
  }
  const status = answer && answer.status() >= 400 ? `, answered ${answer.status()}` : "";
  const what = `something without "${shows}" (${pathname}${status})`;
  return { signedIn: false, asksToSignIn: false, what };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
