import "server-only";
import { z } from "zod";
import { BackendError } from "./backend-error";
import { clientAuthorization } from "./client-authorization";
import { environment } from "./env";
import { credentialRefusal, tokenRefusal } from "./refusal";
import { type Answer, send } from "./send";
import { readTokenReply, type Tokens } from "./token-reply";

const user = z.object({ id: z.string(), name: z.string(), role: z.enum(["admin", "member"]) });
const notes = z.array(z.object({ id: z.string(), title: z.string() }));
/** A 2xx with a page in it comes from something in between, which has not passed the call on. */
const done = z.union([z.null(), z.object({ error: z.undefined().optional() })]);

export type Login = { user: z.infer<typeof user>; tokens: Tokens };

/** @throws BackendError `refused` for a wrong email or password, `locked-out`, `unavailable` */
export async function login(email: string, password: string): Promise<Login> {
  const answer = await post("/v1/auth/login", { email, password });
  if (!isSuccess(answer)) throw credentialRefusal(answer, "invalid_credentials");
  return { user: parsed(z.object({ user }), answer).user, tokens: readTokenReply(answer, null) };
}

/** @throws BackendError `refused` when the refresh token is spent, expired or revoked; else it may be good */
export async function refresh(refreshToken: string): Promise<Tokens> {
  const answer = await post("/v1/auth/refresh", { refresh_token: refreshToken });
  if (!isSuccess(answer)) throw credentialRefusal(answer, "invalid_grant");
  return readTokenReply(answer, refreshToken);
}

/** Ends the whole sign-in at the backend (RFC 7009). @throws BackendError unless the backend has heard of it */
export async function revoke(refreshToken: string): Promise<void> {
  const answer = await post("/v1/auth/logout", { refresh_token: refreshToken });
  if (!isSuccess(answer)) throw new BackendError("unavailable", answer.line);
  parsed(done, answer);
}

/** @throws BackendError */
export async function listNotes(accessToken: string): Promise<z.infer<typeof notes>> {
  return (await call("GET", "/v1/notes", accessToken, z.object({ notes }))).notes;
}

/** @throws BackendError `not-found` also for a note of someone else's */
export async function deleteNote(accessToken: string, id: string): Promise<void> {
  await call("DELETE", `/v1/notes/${encodeURIComponent(id)}`, accessToken, done);
}

/** This server is a confidential client: it authenticates itself (RFC 6749 §2.3.1). */
function post(path: string, body: Record<string, string>): Promise<Answer> {
  const { BACKEND_CLIENT_ID: id, BACKEND_CLIENT_SECRET: secret } = environment();
  const headers = { Authorization: clientAuthorization(id, secret), "Content-Type": "application/json" };
  return send(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function call<T>(method: string, path: string, accessToken: string, schema: z.ZodType<T>): Promise<T> {
  const answer = await send(path, { method, headers: { Authorization: `Bearer ${accessToken}` } });
  if (!isSuccess(answer)) throw tokenRefusal(answer);
  return parsed(schema, answer);
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function parsed<T>(schema: z.ZodType<T>, { line, json }: Answer): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new BackendError("unavailable", `${line} with a body of another shape`);
}
