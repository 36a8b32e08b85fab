import type { SessionCookie } from "@/content/notes-app/pieces";

/** A session cookie as an app has it, for tests of the strategies. */
export const session = {
  name: "app.session-token",
  options: { httpOnly: true, sameSite: "strict", path: "/" },
  maxAgeSeconds: 3_600,
  secret: "a-secret-for-tests-of-32-characters",
} as const satisfies SessionCookie;
