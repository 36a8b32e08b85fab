import type { Told } from "./see.ts";
import type { Seen } from "./seen.ts";

/** A seeded user of every lab. In a stranger's app each of them is the user that its profile names. */
export type Who = "ada" | "grace" | "linus";

/** What `GET /api/auth/session` tells NextAuth's client. */
export type SessionAnswer = {
  user?: { name?: string | null | undefined } | undefined;
  error?: Told<string | undefined>;
};

/** Somebody with a browser, who uses the app under study. By requests, unless a scenario `needs` pages. */
export interface Visitor {
  /** Signs in. @throws Error when the app does not let them in: a scenario that could not begin has no verdict */
  signIn(who: Who): Promise<void>;
  /** @returns "signed in", or the code of the refusal */
  trySignIn(who: Who): Promise<string>;
  signOut(): Promise<void>;
  signOutEverywhere(): Promise<void>;

  /** Opens a page of the app, the notes unless said, as a click on a link does. */
  open(path?: string): Promise<Seen>;
  /** @returns what a page shows, and where a sign-in page that it leads to would lead back to */
  follow(path: string): Promise<{ seen: Seen; wayBack: string | undefined }>;
  /** The status that a Route Handler answers. */
  status(path: string): Promise<Told<number>>;
  /** The titles that the app's own data request brings. */
  notes(): Promise<string[]>;

  /** What NextAuth's client asks for when its tab comes back. */
  session(): Promise<SessionAnswer>;
  /** Several requests leave at the same moment. @returns the session's error that each was told */
  askAtOnce(times: number): Promise<Told<string | undefined>[]>;
  /** Two requests for the session bring the same cookie, and the answer to the second one lands last. */
  askTwice(): Promise<void>;
  /** Asks for the session at the same moment as another visitor. */
  askBeside(other: Visitor): Promise<void>;
  /** Asks for the session. The answer is made by now, and on its way until it lands. */
  askSlowly(): Promise<LateAnswer>;

  /** @returns a function that puts the session cookie of this moment back, as somebody has it who copied it */
  copyCookie(): Promise<() => Promise<void>>;
  /** Another browser in the same lab, in which nobody is signed in. */
  another(): Promise<Visitor>;
  /** A tab of this browser, with nothing in it yet. Only where the scenario `needs` pages. */
  tab(): Promise<Tab>;
  /** Several tabs come back at the same moment: no request of theirs leaves before all are there. */
  comeBackTogether(...tabs: Tab[]): Promise<void>;
}

/** A real page, with the app's own scripts in it. */
export interface Tab {
  /** Opens an address of the app, the notes unless said, and waits until NextAuth's client listens there. */
  open(path?: string): Promise<void>;
  /** Turns to this tab after a while: NextAuth's client then asks for the session, and is answered. */
  comeBack(): Promise<void>;
  /** The same, and the answer is made by now and on its way until it lands. */
  comeBackSlowly(): Promise<LateAnswer>;
  /** Resolves with the next answer to NextAuth's client in this tab. */
  nextAnswer(): Promise<void>;
  close(): Promise<void>;
}

export type LateAnswer = { land(): Promise<void> };

/** Somebody with a copy of tokens, who calls the backend from elsewhere. Each call answers the backend's status. */
export interface Thief {
  refresh(): Promise<number>;
  readNotes(): Promise<number>;
}
