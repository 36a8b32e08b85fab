import type { MockBackend } from "./mock-backend";
import type { Profile } from "./profile";
import type { Visitor } from "./visitor";

/** A section of a lesson that explains a check. */
export type Section = { slug: string; anchor: string };

export type AppCheck = {
  id: string;
  title: string;
  section: Section;
  /** A sentence. */
  expected: string;
  /** Whether the check needs access tokens that age; otherwise they live long. */
  ages: boolean;
  /** Why the check cannot run on this app, or undefined. */
  skip?(profile: Profile): string | undefined;
  /**
   * @returns a sentence that says what the check saw
   * @throws Failure when the app misbehaved; any other error is no verdict about the app
   */
  run(context: CheckContext): Promise<string>;
};

export type CheckContext = {
  url: string;
  profile: Profile;
  backend: MockBackend;
  /** A visitor with a browser context of their own, who is not signed in. */
  visitor(): Promise<Visitor>;
  /** A visitor who has signed in a moment ago. */
  signedIn(): Promise<Visitor>;
  /** Resolves when the app's access token has aged so much that the app wants another. */
  untilDue(atLeastSeconds?: number): Promise<void>;
  /**
   * Resolves when the app's newest access token has expired at the backend.
   *
   * @returns false, at once, when the app refreshes so early that this would take minutes
   */
  untilExpired(): Promise<boolean>;
  /** @throws Mistimed when the backend got no request for a refresh since the last `untilDue` */
  expectRefreshAsked(): Promise<void>;
};
