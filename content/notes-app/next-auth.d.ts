// Both modules are imported so that these declarations extend theirs and do not replace them.
import "next-auth";
import "next-auth/jwt";
import type { Role } from "@/lib/backend/users";

/** What the backend gave out at sign-in, as the session cookie keeps it. */
interface BackendTokens {
  accessToken?: string | undefined;
  /** Seconds since the epoch (RFC 7519 §2). */
  accessExpiresAt?: number | undefined;
  refreshToken?: string | undefined;
}

/** Why the user must sign in again: the backend refused to refresh, or nothing refreshes. */
type SessionOver = "RefreshTokenError" | "AccessTokenExpired";

declare module "next-auth" {
  interface User extends BackendTokens {
    role?: Role | undefined;
  }
  interface Session {
    user: { name?: string | null; email?: string | null; role?: Role | undefined };
    /** Only variants that expose it set this. */
    accessToken?: string | undefined;
    /** The session can be read, but no longer refreshed: the user must sign in again. */
    error?: SessionOver | undefined;
  }
}

declare module "next-auth/jwt" {
  interface JWT extends BackendTokens {
    role?: Role | undefined;
    /** Names the sign-in, where a variant shares a refresh among its requests. */
    family?: string | undefined;
    /** Where the tokens are, for a variant that keeps them out of the cookie. */
    tokensId?: string | undefined;
    /** Names the session, for a variant that keeps a list of those that have not ended. */
    sessionId?: string | undefined;
    error?: SessionOver | undefined;
  }
}
