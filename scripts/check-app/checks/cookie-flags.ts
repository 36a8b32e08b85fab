import { z } from "zod";
import type { AppCheck } from "../check";
import { Failure } from "../failure";

const sessionSchema = z.object({ expires: z.iso.datetime() });
const TOLERANCE_SECONDS = 60;

export const cookieFlags: AppCheck = {
  id: "cookie-flags",
  title: "Cookie flags and lifetime",
  section: { slug: "credentials-provider", anchor: "it-sets-one-lifetime-of-two" },
  ages: false,
  expected:
    "The session cookie is HttpOnly, SameSite, Secure over https, and lives as long as the session says, which is no longer than an unused refresh token.",
  async run({ signedIn, backend, url }) {
    const visitor = await signedIn();
    const { json, text } = await visitor.readSession();
    const session = sessionSchema.safeParse(json);
    if (!session.success)
      throw new Failure(`The session endpoint answered ${text.slice(0, 80)}, without "expires".`);
    const expires = Date.parse(session.data.expires) / 1000;
    const wrong: string[] = [];
    for (const cookie of await visitor.sessionCookies()) {
      if (!cookie.httpOnly) wrong.push("it is not HttpOnly");
      if (cookie.sameSite === "None") wrong.push("SameSite is None");
      if (url.startsWith("https:") && !cookie.secure) wrong.push("it is not Secure");
      if (cookie.expires > 0 && Math.abs(cookie.expires - expires) > TOLERANCE_SECONDS) {
        wrong.push(`it expires ${days(cookie.expires - expires)} from when the session says`);
      }
    }
    const [family] = (await backend.state()).families;
    const refreshUntil = (family?.refresh.at(-1)?.idleExpiresAt ?? Number.POSITIVE_INFINITY) / 1000;
    if (expires > refreshUntil + TOLERANCE_SECONDS) {
      wrong.push(`the session outlives an unused refresh token by ${days(expires - refreshUntil)}`);
    }
    const unique = [...new Set(wrong)];
    if (unique.length > 0) throw new Failure(`About the session cookie: ${unique.join("; ")}.`);
    return "HttpOnly, SameSite, and one lifetime.";
  },
};

function days(seconds: number): string {
  const size = Math.abs(seconds);
  return size < 86_400 ? `${Math.round(size)} s` : `${Math.round(size / 86_400)} days`;
}
