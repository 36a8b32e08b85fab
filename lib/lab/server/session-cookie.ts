import { decodeProtectedHeader } from "jose";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { requireSecret } from "@/lib/env";
import { cookieName } from "@/lib/http/cookies";

const tokens = z.object({
  accessToken: z.string().optional(),
  accessExpiresAt: z.number().optional(),
  refreshToken: z.string().optional(),
});

/** The backend's tokens inside a NextAuth token, whatever else it holds. */
export type TokensInside = z.infer<typeof tokens>;

export function tokensInside(token: unknown): TokensInside {
  return tokens.catch({}).parse(token);
}

type NamedValue = { name: string; value: string };

/** Joins the session cookie's chunks (`name`, or `name.0`, `name.1`, …), as next-auth's SessionStore does. */
export function joinSessionCookie(cookies: readonly NamedValue[]): string {
  const base = cookieName("session-token");
  const index = (name: string) => (name === base ? 0 : Number(name.slice(base.length + 1)));
  return cookies
    .filter(
      ({ name }) =>
        name === base || (/^\d+$/.test(name.slice(base.length + 1)) && name.startsWith(`${base}.`)),
    )
    .sort((a, b) => index(a.name) - index(b.name))
    .map(({ value }) => value)
    .join("");
}

/**
 * Opens the session cookie with this server's secret. For the lab's own view of it; the code under study has
 * NextAuth open it.
 *
 * @returns the token inside, or null when there is no cookie, or one that this server did not make
 * @throws EnvironmentError `missing_secret`
 */
export async function openSessionCookie(raw: string): Promise<Record<string, unknown> | null> {
  if (raw === "") return null;
  const secret = requireSecret();
  try {
    return await decode({ token: raw, secret });
  } catch {
    return null;
  }
}

/** The readable first part of a JWS or JWE (RFC 7515 §4, RFC 7516 §4), or null when it is neither. */
export function protectedHeaderOf(token: string): Record<string, unknown> | null {
  try {
    return { ...decodeProtectedHeader(token) };
  } catch {
    return null;
  }
}
