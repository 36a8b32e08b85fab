import * as z from "zod/mini";
import { send } from "@/lib/lab/client/request";
import { signIn, signOut } from "@/lib/lab/client/session";
import { type LabSettings, labStateSchema, labTokensSchema } from "@/lib/lab/schemas";
import { demoUsers } from "@/lib/sign-in/demo-users";

/** What a page of the app under study shows its visitor. */
export type Seen = "the notes" | "a backend that is away" | "a sign-in page" | "something else";

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.optional(z.string()) });
const notesSchema = z.object({ notes: z.array(z.object({ id: z.string() })) });
const sessionSchema = z.object({ user: z.optional(z.unknown()), error: z.optional(z.string()) });

/** Thrown when the scenario ends the session: the story is then told from the events. */
export class SessionLost extends Error {
  override readonly name = "SessionLost";
}

const ask: typeof fetch = (path, init) => fetch(path, init);

/** The learner's own browser and lab, for a scenario to act in: every request is a real one. */
export const browser = {
  async signIn(name: (typeof demoUsers)[number]["name"] = "Ada"): Promise<void> {
    const user = demoUsers.find((one) => one.name === name);
    if (user !== undefined) await signIn(ask, user);
  },

  signOut: () => signOut(ask),

  /** Moves the lab's clock forward. */
  async advance(seconds: number): Promise<void> {
    await post("/mock-backend/lab/clock", { advance: seconds });
  },

  async settings(change: Partial<LabSettings>): Promise<void> {
    await send(ask, { method: "PATCH", path: "/mock-backend/lab/settings", body: change }, z.unknown());
  },

  async rotateKeys(): Promise<void> {
    await post("/mock-backend/lab/keys/rotate");
  },

  /** What NextAuth's client asks when a tab comes back. @param holdMs how long the answer waits on its way */
  async comeBack(holdMs = 0): Promise<void> {
    const headers = holdMs > 0 ? { "X-Lab-Hold": String(holdMs) } : {};
    await fetch("/api/auth/session", { cache: "no-store", headers });
  },

  async sessionIsSomebody(): Promise<boolean> {
    const answer = await fetch("/api/auth/session", { cache: "no-store" });
    const { user, error } = sessionSchema.parse(await answer.json());
    return user !== undefined && error === undefined;
  },

  /** A data request of the app's own script. @returns the status */
  async requestNotes(): Promise<number> {
    return (await fetch("/api/notes", { cache: "no-store" })).status;
  },

  /** Opens a page of the app, out of sight. */
  async open(path = "/notes"): Promise<Seen> {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.src = path;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    document.body.append(frame);
    try {
      await loaded;
      return seenIn(frame.contentDocument);
    } finally {
      frame.remove();
    }
  },

  /** @throws SessionLost unless the notes show */
  async expectNotes(): Promise<void> {
    if ((await browser.open()) !== "the notes") throw new SessionLost();
  },

  /** @throws SessionLost unless the app's own data request brings a user's notes, and nobody else's */
  async expectNotesOf(name: (typeof demoUsers)[number]["name"]): Promise<void> {
    const answer = await fetch("/api/notes", { cache: "no-store" });
    if (!answer.ok) throw new SessionLost();
    const shown = notesSchema.parse(await answer.json()).notes.map(({ id }) => id);
    const { notes } = await send(ask, { method: "GET", path: "/mock-backend/lab/state" }, labStateSchema);
    const own = notes.filter(({ ownerId }) => ownerId === `user-${name.toLowerCase()}`).map(({ id }) => id);
    if (shown.join() !== own.join()) throw new SessionLost();
  },

  /** Several requests at once, while the backend takes long enough for them to overlap. */
  async atOnce(act: () => Promise<unknown>): Promise<void> {
    await browser.settings({ latencyMs: 300 });
    await act();
    await browser.settings({ latencyMs: 0 });
  },

  /** Copies what this browser's session stands for, as whoever steals it would. The lab sees it in their hands. */
  async stealTokens(): Promise<Thief> {
    const tokens = await send(ask, { method: "GET", path: "/api/lab/tokens" }, labTokensSchema);
    const { accessToken, refreshToken } = tokens;
    await post("/mock-backend/lab/events", {
      type: "note",
      from: "attacker",
      to: "attacker",
      name: "tokens.copied",
      outcome: "info",
      text: "The attacker has a copy of this browser's tokens.",
      carries: { accessToken, refreshToken },
      holds: { holder: "attacker", accessToken, refreshToken },
    });
    return new Thief(refreshToken ?? "", accessToken ?? "");
  },

  /** @returns a function that puts the session cookie of this moment back, as a thief's browser would have it */
  async copyCookie(): Promise<() => Promise<void>> {
    const tokens = await send(ask, { method: "GET", path: "/api/lab/tokens" }, labTokensSchema);
    const body = { session: tokens.session?.raw ?? "" };
    return () => send(ask, { method: "PUT", path: "/api/lab/tokens", body }, z.unknown()).then(() => {});
  },

  /** Has Ada, an admin, suspend or reinstate somebody at the backend. */
  async suspend(email: string, suspended: boolean): Promise<void> {
    const { email: admin, password } = demoUsers[0];
    const login = await post("/mock-backend/v1/auth/login", { email: admin, password });
    const { access_token } = tokensSchema.parse(await login.json());
    const state = await send(ask, { method: "GET", path: "/mock-backend/lab/state" }, labStateSchema);
    const user = state.users.find((one) => one.email === email);
    await fetch(`/mock-backend/v1/admin/users/${user?.id}`, {
      method: "PATCH",
      headers: { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ suspended }),
    });
  },
};

/** Somebody with a copy of the tokens, who calls the backend with them. */
export class Thief {
  constructor(
    private refreshToken: string,
    private accessToken: string,
  ) {}

  /** @returns whether the backend gave them anything */
  async refresh(): Promise<boolean> {
    const answer = await post(
      "/mock-backend/v1/auth/refresh",
      { refresh_token: this.refreshToken },
      "attacker",
    );
    if (!answer.ok) return false;
    const tokens = tokensSchema.parse(await answer.json());
    this.refreshToken = tokens.refresh_token ?? this.refreshToken;
    this.accessToken = tokens.access_token;
    return true;
  }

  /** @returns the backend's status */
  async readNotes(): Promise<number> {
    const headers = { Authorization: `Bearer ${this.accessToken}`, "X-Lab-Actor": "attacker" };
    return (await fetch("/mock-backend/v1/notes", { headers, cache: "no-store" })).status;
  }
}

function post(
  path: string,
  body: unknown = {},
  actor: "browser" | "attacker" = "browser",
): Promise<Response> {
  const headers = { "Content-Type": "application/json", "X-Lab-Actor": actor };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
}

function seenIn(document: Document | null): Seen {
  const heading = document?.querySelector("main h1")?.textContent;
  const alert = document?.querySelector("main [role=alert] strong")?.textContent;
  if (heading === "Sign in") return "a sign-in page";
  if (heading !== "My notes") return "something else";
  return alert?.startsWith("The backend does not answer") ? "a backend that is away" : "the notes";
}
