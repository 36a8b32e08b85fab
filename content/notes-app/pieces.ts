import type { JSONWebKeySet } from "jose";
import type { NextRequest, NextResponse } from "next/server";
import type { AuthOptions, CallbacksOptions, CookieOption, DefaultSession, Session, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import type { Note } from "@/lib/backend/browser-call";
import type { TokenPair } from "@/lib/backend/tokens";
import type { Role } from "@/lib/backend/users";

/** Lesson 1's piece: how a user signs in, and what of the answer is kept where. */
export interface CredentialsPiece {
  /** NextAuth calls it with every field of the submitted form. */
  authorize(credentials: Record<string, string> | undefined): Promise<User | null>;
  jwt: CallbacksOptions["jwt"];
  session: CallbacksOptions["session"];
  /** `session.maxAge` and `jwt.maxAge`, in seconds. */
  lifetimes: Pick<AuthOptions, "session" | "jwt">;
}

/** Lesson 2's piece: what happens to the tokens once they age, and where they live. */
export interface RefreshPiece {
  /** Runs in NextAuth's `jwt` callback whenever a session is made or read, after sign-in's own work. */
  jwt(token: JWT): Promise<JWT>;
  /**
   * Runs in `proxy.ts` before anything renders. It may change the request's cookies in place, and answers with
   * the function that writes the same change onto the response.
   */
  proxy?(request: NextRequest, session: SessionCookie): Promise<(response: NextResponse) => void>;
  /** The backend's tokens behind a session. Left out when they are in the session cookie itself. */
  tokens?(token: JWT): Promise<TokenPair | undefined>;
  /** Ends the session at the backend. Left out, the refresh token in the cookie is revoked. */
  signOut?(token: JWT): Promise<void>;
}

/** How NextAuth is configured to keep the session, for code that reads and writes it outside of NextAuth. */
export type SessionCookie = {
  name: string;
  options: CookieOption["options"];
  maxAgeSeconds: number;
  secret: string;
};

/** What a Server Action answers to its form. Next sends the whole answer to the caller, signed in or not. */
export type ActionAnswer = { ok: true } | { ok: false; error: string };

/** Lesson 3's piece: the Server Actions that the notes app's forms post to. */
export interface ActionsPiece {
  deleteNote(id: string): Promise<ActionAnswer>;
  setRole(userId: string, role: Role): Promise<ActionAnswer>;
  /** Exported beside the others, and used by no page. */
  deleteNotes(ids: string[]): Promise<ActionAnswer>;
}

/** What a resource server goes by: its issuer's name and published keys, its own name, and the time in seconds. */
export type ResourceServer = { issuer: string; audience: string; keys: JSONWebKeySet; now: number };

/** The claims of a token that was let in, as far as its verifier has looked at them. */
export type AccessClaims = Record<string, unknown>;

/** Why an access token was refused, for the log: a closed set. */
export type AccessRefusal =
  | "oversized"
  | "malformed"
  | "unknown-key"
  | "wrong-algorithm"
  | "bad-signature"
  | "wrong-type"
  | "wrong-issuer"
  | "wrong-audience"
  | "missing-claim"
  | "bad-claim"
  | "not-yet-valid"
  | "expired";

export type AccessVerdict = { ok: true; claims: AccessClaims } | { ok: false; reason: AccessRefusal };

/** Lesson 4's piece: how a resource server decides about an access token. */
export interface VerifierPiece {
  verify(token: string, server: ResourceServer): Promise<AccessVerdict>;
  /** By what the deny-list remembers a token that was revoked. */
  denyKey(token: string, claims: AccessClaims): string;
}

/** Lesson 5's piece, on the server: how the app's scripts in the browser get at the backend's data. */
export interface BrowserDataPiece {
  /** What the browser is told of its session, after sign-in's own `session` callback. `token` has the tokens. */
  session?(session: Session | DefaultSession, token: JWT): Session | DefaultSession;
  /** Answers `/api/backend` and whatever is under it. Left out, there is no such route. */
  route?(request: NextRequest): Promise<Response>;
}

/** The same piece in the browser: what the page's own script calls. */
export interface NotesClient {
  /** @throws CallError */
  listNotes(): Promise<Note[]>;
  /** @throws CallError */
  addNote(title: string): Promise<Note>;
}

/** Lesson 6's piece: what ends when a user signs out, and who is asked whether a session has ended. */
export interface SignOutPiece {
  /** At sign-in, with the tokens still in it: gives the session what it needs so that it can be ended later. */
  begin?(token: JWT): Promise<JWT>;
  /** Says, whenever NextAuth's `jwt` callback reads a session, whether the session still exists. `token` has the tokens. */
  isAlive?(token: JWT): Promise<boolean>;
  /** NextAuth's `events.signOut`. Left out, only the browser's cookie goes. */
  signOut?(token: JWT): Promise<void>;
  /** Ends all sessions of a session's user. Left out, there is no such button. */
  signOutEverywhere?(token: JWT): Promise<void>;
  /** What the user is signed in with, for a page that lists it. `since` is in seconds since the epoch. */
  sessions?(token: JWT): Promise<readonly { since: number; current: boolean }[]>;
}

/** What one notes app is made of. */
export type AppPieces = {
  credentials: CredentialsPiece;
  refresh: RefreshPiece;
  browserData: BrowserDataPiece;
  signOut: SignOutPiece;
  /** What `proxy.ts` does before a page renders, for an app that guards its pages there. */
  guardPages?: PageGuardPiece["guardPages"] | undefined;
};

/** What a variant of lesson 3 may do besides its Server Actions, which are mounted in content/lab/actions. */
export interface PageGuardPiece {
  /** Runs in `proxy.ts` before a page renders. @returns where to send the visitor instead, or null to go on */
  guardPages?(request: NextRequest, sessionCookieName: string): Promise<NextResponse | null>;
}

/**
 * Lesson 7's piece: which variant of each other lesson the app is put together from, by the lesson's slug. A lesson that
 * is not named runs its fallback.
 */
export type PresetPiece = { readonly [Slug in SwitchableSlug]?: string };

/** The lessons whose variants a lab can choose from, one by one. */
export type SwitchableSlug = Exclude<keyof Pieces, "ship-it">;

/** What the variants of a lesson implement, by the lesson's slug. Each lesson registers its own in `registration.ts`. */
export interface Pieces {
  "credentials-provider": CredentialsPiece;
  "refresh-rotation": RefreshPiece;
  "server-action-protection": PageGuardPiece;
  "ship-it": PresetPiece;
  "access-token-anatomy": VerifierPiece;
  "signing-out": SignOutPiece;
  "tokens-and-the-browser": BrowserDataPiece;
}
