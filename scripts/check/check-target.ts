import type { About } from "@/lib/check/about";
import type { CheckResult, TargetReport } from "@/lib/check/report";
import type { LessonMeta } from "@/lib/lesson/meta";
import { keyOf, type Planned } from "./plan";
import { type Instead, notRun, resultOf } from "./result";
import { type Run, runPlaywright } from "./run-playwright";
import { answers, type Probe, probe, type Target } from "./target";

export type Watch = {
  started: (planned: Planned) => void;
  ended: (result: CheckResult) => void;
};

export type Checked = TargetReport & { state: Probe["state"] };

type HowTo = Omit<Run, "url" | "cells">;

/**
 * Checks one site: finds out its state, runs the checks of the lessons that it has, and returns a result for every planned
 * check.
 *
 * @param lessons where the words of a failed check are
 */
export async function checkTarget(
  target: Target,
  plan: readonly Planned[],
  lessons: readonly LessonMeta[],
  howTo: HowTo,
  watch: Watch,
): Promise<Checked> {
  const seen = await probe(target.url, howTo.timeLimitMs);
  const problem = seen.state === "ready" ? null : seen.problem;
  const cells = plan.map((planned) => ({ ...planned, instead: insteadOf(planned, seen, target.url) }));
  const results = new Map<string, CheckResult>();
  const keep = (planned: Planned, result: CheckResult) => {
    results.set(keyOf(planned), result);
    watch.ended(result);
  };
  for (const { instead, ...planned } of cells) {
    if (instead !== undefined) keep(planned, notRun(planned, target.url, instead));
  }
  const isReported = seen.state !== "foreign" && howTo.html !== null;
  if (isReported || cells.some(({ instead }) => instead === undefined)) {
    const byKey = new Map(plan.map((planned) => [keyOf(planned), planned]));
    const gone = new AbortController();
    // A failed check of a site that has gone is no verdict.
    const keepWhileThere = async (planned: Planned, result: CheckResult) => {
      if (result.status === "pass" || (await answers(target.url))) keep(planned, result);
      else gone.abort(`${target.url} stopped answering in the middle of the run.`);
    };
    const judged: Promise<void>[] = [];
    const reason = await runPlaywright({ ...howTo, url: target.url, cells, gone: gone.signal }, (message) => {
      if (message.type === "broke") return;
      const planned = byKey.get(message.key);
      if (planned === undefined || results.has(message.key)) return;
      if (message.type === "started") watch.started(planned);
      else {
        const result = resultOf(planned, message, target.url, wordsFor(planned, lessons));
        judged.push(keepWhileThere(planned, result));
      }
    });
    await Promise.all(judged);
    for (const planned of plan) {
      if (results.has(keyOf(planned))) continue;
      const lost = gone.signal.aborted ? String(gone.signal.reason) : reason;
      const instead: Instead = { status: "error", reason: lost ?? "Playwright did not run it." };
      keep(planned, notRun(planned, target.url, instead));
    }
  }
  const ordered = plan.flatMap((planned) => results.get(keyOf(planned)) ?? []);
  return { ...target, state: seen.state, problem, results: ordered };
}

function insteadOf(planned: Planned, seen: Probe, url: string): Instead | undefined {
  if (seen.state !== "ready") return { status: "error", reason: seen.problem };
  const lacking = lackOf(planned, seen.about);
  return lacking === null ? undefined : { status: "skipped", reason: `${url} has no ${lacking}.` };
}

function lackOf({ lesson, variant }: Planned, { lessons }: About): string | null {
  const there = lessons.find(({ slug }) => slug === lesson);
  if (there === undefined) return `lesson "${lesson}"`;
  if (variant === null || there.variants.includes(variant)) return null;
  return `variant "${variant}" of lesson "${lesson}"`;
}

function wordsFor({ lesson, check }: Planned, lessons: readonly LessonMeta[]) {
  const declared = lessons.find(({ slug }) => slug === lesson)?.checks.find(({ id }) => id === check);
  return { whenRed: declared?.whenRed };
}
