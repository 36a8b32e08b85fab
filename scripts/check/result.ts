import type { CheckResult, Status } from "@/lib/check/report";
import type { LessonMeta } from "@/lib/lesson/meta";
import type { Ran } from "./message";
import type { Planned } from "./plan";

/** What stands in for a check that did not run. */
export type Instead = { status: Extract<Status, "error" | "skipped">; reason: string };

type Words = Pick<LessonMeta["checks"][number], "whenRed">;

/** A line of the report, made of the planned check and its outcome. */
export function resultOf(planned: Planned, ran: Ran, site: string, { whenRed }: Words): CheckResult {
  const { status, sentence, found, expected, durationMs, timeline } = ran;
  const seen = [sentence, found].filter((part) => part).join(": ");
  const wanted = expected === undefined || sentence === "" ? planned.title : `${sentence}: ${expected}`;
  const words = status === "fail" ? [whenRed, seen && oneLine(seen)] : [seen && oneLine(seen)];
  const message = words.filter((part) => part).join(" Seen: ") || null;
  return {
    ...identity(planned, site),
    status,
    durationMs,
    message: status === "fail" ? (message ?? "It did not hold.") : message,
    expected: status === "fail" ? oneLine(wanted) : null,
    timeline,
  };
}

/** The same for a check that did not run. */
export function notRun(planned: Planned, site: string, { status, reason }: Instead): CheckResult {
  return { ...identity(planned, site), status, durationMs: 0, message: reason, expected: null, timeline: [] };
}

function identity({ section, ...planned }: Planned, site: string) {
  const { lesson, check, title, variant, condition } = planned;
  return { lesson, check, title, variant, condition, section: `${site}/lessons/${lesson}#${section}` };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
