// Both modules are imported so that these declarations extend theirs and do not replace them.
import "next-auth";
import "next-auth/jwt";
import type { Login } from "./backend";

type Role = Login["user"]["role"];

declare module "next-auth" {
  interface User {
    role: Role;
    tokens: Login["tokens"];
  }
  interface Session {
    user: { name: string | null; role: Role };
    error?: "SessionEnded";
    /** In server code only: see lib/session.ts. */
    tokensId?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    role: Role;
    /** Where the tokens are in the store. */
    tokensId: string;
  }
}
