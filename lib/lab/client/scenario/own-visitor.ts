import * as z from "zod/mini";
import { LabProblem } from "@/lib/lab/client/problem";
import { signIn, signOut } from "@/lib/lab/client/session";
import { type Seen, seenFrom } from "@/lib/scenario/seen";
import type { LateAnswer, SessionAnswer, Tab, Visitor, Who } from "@/lib/scenario/visitor";
import { userOf } from "@/lib/sign-in/demo-users";
import { ask, eventsAfter, putSession, readState, readTokens } from "./calls";
import { FrameTab, HOLD_HEADER } from "./frame-tab";

const notesSchema = z.object({ notes: z.array(z.object({ title: z.string() })) });
const sessionSchema = z.object({
  user: z.optional(z.object({ name: z.nullish(z.string()) })),
  error: z.optional(z.string()),
});

/** How long an answer is on its way to a request, in real milliseconds: a few calls must be over before it lands. */
const LATE_MS = 3_000;
const MOST_LOOKS = 10;
const LOOK_EVERY_MS = 100;

/**
 * A scenario's visitor in the learner's own browser: every request is a real one. A second visitor has the same browser,
 * and a session cookie of their own that is put into it whenever it is their turn.
 */
export class OwnVisitor implements Visitor {
  /** The session cookie, while somebody else has the browser. */
  private cookie: string | null = null;
  private tabs: FrameTab[] = [];

  private constructor(private readonly browser: { user: OwnVisitor | null }) {}

  /** Whoever has the browser at this moment. */
  static here(): OwnVisitor {
    const visitor = new OwnVisitor({ user: null });
    visitor.browser.user = visitor;
    return visitor;
  }

  async another(): Promise<OwnVisitor> {
    return new OwnVisitor(this.browser);
  }

  async signIn(who: Who): Promise<void> {
    await this.sitDown();
    await signIn(ask, userOf(who));
  }

  async trySignIn(who: Who): Promise<string> {
    await this.sitDown();
    try {
      await signIn(ask, userOf(who));
      return "signed in";
    } catch (error) {
      if (error instanceof LabProblem && error.reason !== undefined) return error.reason;
      throw error;
    }
  }

  async signOut(): Promise<void> {
    await this.takeBrowser();
    await signOut(ask);
  }

  async signOutEverywhere(): Promise<void> {
    await this.takeBrowser();
    await fetch("/api/sessions", { method: "DELETE" });
  }

  async open(path = "/notes"): Promise<Seen> {
    return (await this.follow(path)).seen;
  }

  async follow(path: string): Promise<{ seen: Seen; wayBack: string | undefined }> {
    await this.takeBrowser();
    const answer = await fetch(path, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const heading = page.querySelector("main h1")?.textContent ?? "";
    const told = page.querySelector("main [role=alert] strong")?.textContent ?? undefined;
    const wayBack = new URL(answer.url).searchParams.get("callbackUrl") ?? undefined;
    return { seen: seenFrom(heading, told), wayBack };
  }

  async status(path: string): Promise<number> {
    await this.takeBrowser();
    return (await fetch(path, { cache: "no-store" })).status;
  }

  async notes(): Promise<string[]> {
    await this.takeBrowser();
    const answer = await fetch("/api/notes", { cache: "no-store" });
    return notesSchema.parse(await answer.json()).notes.map(({ title }) => title);
  }

  async session(): Promise<SessionAnswer> {
    await this.takeBrowser();
    return askSession();
  }

  async askAtOnce(times: number): Promise<(string | undefined)[]> {
    await this.takeBrowser();
    const answers = await Promise.all(Array.from({ length: times }, () => askSession()));
    return answers.map(({ error }) => error);
  }

  /** The first answer takes its time at the backend, so the second request leaves with the same cookie. */
  async askTwice(): Promise<void> {
    await this.takeBrowser();
    await Promise.all([askSession(), askSession(LATE_MS)]);
  }

  /** The other's answer lands while ours is still on its way: each cookie is kept before the next one comes. */
  async askBeside(other: OwnVisitor): Promise<void> {
    await other.takeBrowser();
    const theirs = askSession(LATE_MS / 2);
    await this.takeBrowser();
    const old = this.cookie;
    const ours = askSession(LATE_MS);
    await theirs;
    const landed = (await readTokens()).session?.raw ?? null;
    if (landed !== old) other.cookie = landed;
    await ours;
  }

  async askSlowly(): Promise<LateAnswer> {
    await this.takeBrowser();
    const { lastSeq } = await readState();
    const landing = askSession(LATE_MS);
    // Made once the backend has given out what comes of it, where anything does.
    for (let looks = 0; looks < MOST_LOOKS && !(await hasIssued(lastSeq)); looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return { land: async () => void (await landing) };
  }

  async copyCookie(): Promise<() => Promise<void>> {
    await this.takeBrowser();
    const copied = (await readTokens()).session?.raw ?? "";
    return () => putSession(copied);
  }

  async tab(): Promise<Tab> {
    await this.takeBrowser();
    const tab = new FrameTab();
    this.tabs.push(tab);
    return tab;
  }

  async comeBackTogether(...tabs: Tab[]): Promise<void> {
    await FrameTab.comeBackTogether(...tabs.filter((tab) => tab instanceof FrameTab));
  }

  /** Closes what a scenario has left open. */
  async closeTabs(): Promise<void> {
    await Promise.all(this.tabs.map((tab) => tab.close()));
  }

  /** Puts this visitor's session cookie into the browser. */
  private async takeBrowser(): Promise<void> {
    const user = await this.sitDown();
    if (user === this) return;
    if (this.cookie !== null) await putSession(this.cookie);
    else if (user?.cookie != null) await emptyCookie();
  }

  /** Keeps the session cookie of whoever had the browser: a sign-in writes the next. @returns who had it */
  private async sitDown(): Promise<OwnVisitor | null> {
    const { user } = this.browser;
    if (user !== this && user !== null) user.cookie = (await readTokens()).session?.raw ?? null;
    this.browser.user = this;
    return user;
  }
}

/** No script can take the session cookie away, and NextAuth does when somebody signs out: a sign-in that is nobody's. */
async function emptyCookie(): Promise<void> {
  await signIn(ask, userOf("linus"));
  await signOut(ask);
}

/** @param holdMs how long the answer is on its way once it is made, in real milliseconds */
async function askSession(holdMs = 0): Promise<z.infer<typeof sessionSchema>> {
  const headers = holdMs > 0 ? { [HOLD_HEADER]: String(holdMs) } : {};
  const answer = await fetch("/api/auth/session", { cache: "no-store", headers });
  return sessionSchema.parse(await answer.json());
}

async function hasIssued(after: number): Promise<boolean> {
  const events = await eventsAfter(after);
  return events.some(({ tokens }) => tokens.some(({ role }) => role === "issued"));
}
