import type { Browser } from "@playwright/test";
import type { AppCheck, CheckContext } from "./check";
import { Failure, Mistimed } from "./failure";
import { inWords } from "./in-words";
import { isRefresh, type MockBackend } from "./mock-backend";
import { Pace, type RefreshMargin } from "./pace";
import type { Profile } from "./profile";
import type { Result } from "./result";
import { type TimelineEvent, timelineOf } from "./timeline";
import { Visitor } from "./visitor";

/** How much more time a check gets, each time that it came too early or too late. */
const PATIENCE = [1, 2, 4];

export type Target = {
  url: string;
  profile: Profile;
  backend: MockBackend;
  browser: Browser;
  refreshMargin: RefreshMargin;
};

/** Runs one check in a lab that was reset for it. Never throws: what goes wrong is its result. */
export async function runCheck(check: AppCheck, target: Target): Promise<Result> {
  const startedAt = performance.now();
  const { slug, anchor } = check.section;
  const result = async (status: Result["status"], message: string): Promise<Result> => ({
    lesson: slug,
    section: `/lessons/${slug}#${anchor}`,
    check: check.id,
    title: check.title,
    variant: "your-app",
    status,
    message,
    expected: check.expected,
    durationMs: Math.round(performance.now() - startedAt),
    timeline: status === "fail" || status === "error" ? await recorded(target.backend) : [],
  });
  const skip = check.skip?.(target.profile);
  if (skip !== undefined) return result("skipped", skip);
  try {
    return await result("pass", await withPatience(check, target));
  } catch (error) {
    if (error instanceof Failure) return result("fail", error.message);
    if (error instanceof Mistimed) return result(error.verdict, error.message);
    return result("error", inWords(error));
  }
}

async function withPatience(check: AppCheck, target: Target): Promise<string> {
  for (const patience of PATIENCE) {
    try {
      return await once(check, target, patience);
    } catch (error) {
      // More time makes no app refresh that does not refresh at all.
      const hopeless = target.refreshMargin.kind === "never" || target.refreshMargin.kind === "always";
      if (!(error instanceof Mistimed) || hopeless || patience === PATIENCE.at(-1)) throw error;
    }
  }
  throw new Error("unreachable: the last try returns or throws");
}

async function once(check: AppCheck, target: Target, patience: number): Promise<string> {
  const { url, profile, backend, browser, refreshMargin } = target;
  const pace = new Pace(backend, refreshMargin, patience);
  const visitors: Visitor[] = [];
  await backend.reset({ ...profile.backend.settings, ...(check.ages ? pace.settings : pace.longSettings) });
  let refreshesBefore = 0;
  const refreshes = async () => (await backend.events()).filter(isRefresh).length;

  async function visitor(): Promise<Visitor> {
    const made = await Visitor.of(browser, url, profile);
    visitors.push(made);
    return made;
  }

  const context: CheckContext = {
    url,
    profile,
    backend,
    visitor,
    async signedIn() {
      const made = await visitor();
      await made.signIn();
      if (refreshMargin.kind !== "always" && (await refreshes()) > 0) throw tooSlow();
      return made;
    },
    async untilDue(atLeastSeconds) {
      refreshesBefore = await refreshes();
      await pace.untilDue(atLeastSeconds);
    },
    untilExpired: () => pace.untilExpired(),
    async expectRefreshAsked() {
      if ((await refreshes()) > refreshesBefore) return;
      throw new Mistimed("fail", "Past expiry, nobody asked the backend for a refresh.");
    },
  };
  try {
    return await check.run(context);
  } finally {
    await Promise.all(visitors.map((made) => made.context.close()));
  }
}

function tooSlow(): Mistimed {
  return new Mistimed(
    "error",
    "Signing in took so long that the app refreshed meanwhile: the machine is too busy.",
  );
}

/** Of a backend that went away there is none. */
async function recorded(backend: MockBackend): Promise<TimelineEvent[]> {
  return backend.events().then(timelineOf, () => []);
}
