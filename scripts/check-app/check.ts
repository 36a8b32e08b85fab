import type { MockBackend } from "./mock-backend";
import type { Profile } from "./profile";
import type { Visitor } from "./visitor";

/** A section of a lesson that explains what a check is about. */
export type Section = { slug: string; anchor: string };

export type AppCheck = {
  id: string;
  title: string;
  section: Section;
  /** A sentence. */
  expected: string;
  /** Whether access tokens have to age for it; else they live long. */
  ages: boolean;
  /** Why this app cannot be asked, or undefined. */
  skip?(profile: Profile): string | undefined;
  /**
   * @returns a sentence that says what was seen
   * @throws Failure when that is not what was expected; anything else is no verdict about the app
   */
  run(context: CheckContext): Promise<string>;
};

export type CheckContext = {
  url: string;
  profile: Profile;
  backend: MockBackend;
  /** Somebody with a browser of their own, who is not signed in. */
  visitor(): Promise<Visitor>;
  /** Somebody who has signed in a moment ago. */
  signedIn(): Promise<Visitor>;
  /** Resolves when the app's access token has aged so much that the app wants another. */
  untilDue(atLeastSeconds?: number): Promise<void>;
  /**
   * Resolves when the backend refuses the app's newest access token, had nobody refreshed it.
   *
   * @returns false, at once, when the app refreshes so early that this would take minutes
   */
  untilExpired(): Promise<boolean>;
  /** @throws Mistimed when nobody asked the backend for a refresh since the last `untilDue` */
  expectRefreshAsked(): Promise<void>;
};
