import type { Browser } from "@playwright/test";
import { z } from "zod";
import { inWords } from "./in-words";
import { isLogin, type MockBackend } from "./mock-backend";
import { hintOf, NoSessionCookie } from "./no-session-cookie";
import type { Profile } from "./profile";
import { UsageError } from "./usage-error";
import { Visitor } from "./visitor";

const USUAL_LIFETIME_SECONDS = 900;
const userSchema = z.object({ user: z.object({}) });

/**
 * Makes sure, before anything is judged, that the profile describes this app and that the app talks to this backend.
 *
 * @throws UsageError in one line that names the profile's field
 */
export async function preflight(
  browser: Browser,
  url: string,
  profile: Profile,
  backend: MockBackend,
): Promise<void> {
  const { page, shows } = profile.protected;
  await backend.reset({ ...profile.backend.settings, accessTtl: USUAL_LIFETIME_SECONDS });

  const nobody = await Visitor.of(browser, url, profile);
  const seen = await nobody.openProtected().catch(() => {
    throw new UsageError(`--url: no app answers at ${url}${page}. Start it with BACKEND_URL=${backend.url}.`);
  });
  if (seen.signedIn) {
    throw new UsageError(`protected.shows: ${page} shows "${shows}" to nobody too, so it proves no sign-in.`);
  }
  await nobody.context.close();

  const somebody = await Visitor.of(browser, url, profile);
  await somebody.signIn().catch(async (error: Error) => {
    const hint = error instanceof NoSessionCookie ? ` ${hintOf(error, await backend.events(), profile)}` : "";
    throw new UsageError(`signIn: ${inWords(error)}${hint}`);
  });
  if (!(await backend.events()).some(isLogin)) {
    throw new UsageError(
      `backend.url: signing in at ${url} did not reach ${backend.url}. Start the app with BACKEND_URL=${backend.url}.`,
    );
  }
  const { signedIn, what } = await somebody.openProtected();
  if (!signedIn) throw new UsageError(`protected: after sign-in, ${page} shows ${what}.`);
  if (!userSchema.safeParse((await somebody.readSession()).json).success) {
    throw new UsageError(`authPath: ${profile.authPath}/session names no user after sign-in.`);
  }
  await somebody.context.close();
}
