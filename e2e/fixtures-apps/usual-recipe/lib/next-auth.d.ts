// Both modules are imported so that these declarations extend theirs and do not replace them.
import "next-auth";
import "next-auth/jwt";

interface BackendTokens {
  accessToken: string;
  /** Milliseconds since the epoch. */
  accessTokenExpires: number;
  refreshToken: string;
}

declare module "next-auth" {
  interface User extends BackendTokens {}
  interface Session {
    accessToken?: string;
    error?: "RefreshAccessTokenError";
  }
}

declare module "next-auth/jwt" {
  interface JWT extends BackendTokens {
    error?: "RefreshAccessTokenError";
  }
}
