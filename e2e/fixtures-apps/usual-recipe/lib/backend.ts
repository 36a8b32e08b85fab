import "server-only";
import { environment } from "./env";

/** What login and refresh answer. Wrong: believed and not parsed. */
export type TokenReply = {
  access_token: string;
  /** Seconds. */
  expires_in: number;
  refresh_token: string;
  user: { id: string; name: string; email: string };
};

export type Note = { id: string; title: string };

export async function post(path: string, body: unknown): Promise<TokenReply> {
  const response = await fetch(environment().BACKEND_URL + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

export async function listNotes(accessToken: string | undefined): Promise<Note[]> {
  const response = await fetch(`${environment().BACKEND_URL}/v1/notes`, {
    headers: { Authorization: `Bearer ${accessToken}` },
    cache: "no-store",
  });
  return response.ok ? (await response.json()).notes : [];
}

/** Wrong: acts as the app's own account, so the backend cannot refuse it on anybody's behalf. */
export async function deleteAnyNote(id: string): Promise<void> {
  const { SERVICE_EMAIL: email, SERVICE_PASSWORD: password, BACKEND_URL } = environment();
  const { access_token } = await post("/v1/auth/login", { email, password });
  await fetch(`${BACKEND_URL}/v1/notes/${encodeURIComponent(id)}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${access_token}` },
  });
}
