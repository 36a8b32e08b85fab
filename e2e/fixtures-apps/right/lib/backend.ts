import "server-only";
import { z } from "zod";
import { environment } from "./env";

const TIMEOUT_MS = 5_000;

/** `refused` is the backend's own no. `unavailable` says nothing about the token that was sent. */
export class BackendError extends Error {
  override readonly name = "BackendError";

  constructor(
    readonly code: "refused" | "unavailable",
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().int().positive(),
  /** Left out while the backend does not rotate: the token that was sent goes on (RFC 6749 §6). */
  refresh_token: z.string().min(1).optional(),
});

const loginReply = tokenReply.required().extend({
  user: z.object({ id: z.string(), name: z.string(), role: z.enum(["admin", "member"]) }),
});

const notesReply = z.object({ notes: z.array(z.object({ id: z.string(), title: z.string() })) });

/** What an app keeps of a token answer. */
export type Tokens = {
  accessToken: string;
  /** Seconds since the epoch (RFC 7519 §2, NumericDate). */
  expiresAt: number;
  refreshToken: string;
};

export type Login = { user: z.infer<typeof loginReply>["user"]; tokens: Tokens };

/** @throws BackendError */
export async function login(email: string, password: string): Promise<Login> {
  const { user, ...reply } = await post("/v1/auth/login", { email, password }, loginReply);
  return { user, tokens: tokensOf(reply, reply.refresh_token) };
}

/** @throws BackendError `refused` when the refresh token is spent, expired or revoked */
export async function refresh(refreshToken: string): Promise<Tokens> {
  const reply = await post("/v1/auth/refresh", { refresh_token: refreshToken }, tokenReply);
  return tokensOf(reply, refreshToken);
}

/** Ends the whole sign-in at the backend (RFC 7009). @throws BackendError */
export async function revoke(refreshToken: string): Promise<void> {
  await post("/v1/auth/logout", { refresh_token: refreshToken }, z.unknown());
}

/** @throws BackendError */
export async function listNotes(accessToken: string) {
  return (await call("/v1/notes", { headers: bearer(accessToken) }, notesReply)).notes;
}

/** @throws BackendError `refused` also for a note of someone else's */
export async function deleteNote(accessToken: string, id: string): Promise<void> {
  const path = `/v1/notes/${encodeURIComponent(id)}`;
  await call(path, { method: "DELETE", headers: bearer(accessToken) }, z.unknown());
}

function tokensOf(reply: z.infer<typeof tokenReply>, sent: string): Tokens {
  return {
    accessToken: reply.access_token,
    expiresAt: Math.floor(Date.now() / 1000) + reply.expires_in,
    refreshToken: reply.refresh_token ?? sent,
  };
}

function bearer(accessToken: string): Record<string, string> {
  return { Authorization: `Bearer ${accessToken}` };
}

/** This server is a confidential client: it authenticates itself (RFC 6749 §2.3.1). */
function post<T>(path: string, body: Record<string, string>, schema: z.ZodType<T>): Promise<T> {
  const { BACKEND_CLIENT_ID: id, BACKEND_CLIENT_SECRET: secret } = environment();
  const headers = {
    Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
    "Content-Type": "application/json",
  };
  return call(path, { method: "POST", headers, body: JSON.stringify(body) }, schema);
}

async function call<T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
  const { response, text } = await send(path, init);
  if (response.status >= 500) throw new BackendError("unavailable");
  if (!response.ok) throw new BackendError("refused");
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw new BackendError("unavailable", { cause: parsed.error });
  return parsed.data;
}

async function send(path: string, init: RequestInit) {
  const url = environment().BACKEND_URL + path;
  try {
    const response = await fetch(url, {
      ...init,
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { response, text: await response.text() };
  } catch (cause) {
    throw new BackendError("unavailable", { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
