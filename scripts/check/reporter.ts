import { stripVTControlCharacters } from "node:util";
import type { Reporter, TestCase, TestError, TestResult } from "@playwright/test/reporter";
import { z } from "zod";
import { type TimelineEvent, timelineEventSchema } from "@/lib/check/report";
import { CELL, FINDING, REMARK } from "../../e2e/fixtures/judge";
import { normalised } from "../../e2e/fixtures/timeline";
import { labEventSchema } from "../../e2e/fixtures/wire";
import type { Message, Ran } from "./message";

const findingSchema = z.object({
  verdict: z.enum(["fail", "error"]),
  sentence: z.string(),
  expected: z.string().optional(),
  found: z.string().optional(),
});

/** Sends the outcome of every check to the command that started Playwright. */
export default class CheckReporter implements Reporter {
  /** Prints nothing. With true, Playwright adds no reporter of its own. */
  printsToStdio(): boolean {
    return true;
  }

  onTestBegin(test: TestCase): void {
    send({ type: "started", key: keyIn(test) });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    send({ type: "ran", key: keyIn(test), durationMs: Math.round(result.duration), ...verdictIn(result) });
  }

  onError(error: TestError): void {
    send({ type: "broke", message: firstLine(stripVTControlCharacters(error.message ?? "")) });
  }
}

type Verdict = Pick<Ran, "status" | "sentence" | "found" | "expected" | "timeline">;

function verdictIn(result: TestResult): Verdict {
  const timeline = timelineIn(result);
  const remark = result.annotations.find(({ type }) => type === REMARK)?.description ?? "";
  const skipped = result.annotations.find(({ type }) => type === "skip")?.description ?? "";
  if (result.status === "passed") return { status: "pass", sentence: remark, timeline: [] };
  if (result.status === "skipped") return { status: "skipped", sentence: skipped, timeline: [] };
  const finding = findingIn(result);
  if (finding !== null) {
    const { verdict: status, ...said } = finding;
    return { status, timeline, ...said };
  }
  const message = stripVTControlCharacters(result.error?.message ?? `the check was ${result.status}`);
  const complaints = complaintsIn(message);
  if (complaints !== null) return { status: "fail", sentence: complaints, timeline };
  return { status: "error", sentence: firstLine(message), timeline };
}

function findingIn(result: TestResult): z.infer<typeof findingSchema> | null {
  const attachment = result.attachments.find(({ name }) => name === FINDING);
  return attachment?.body ? findingSchema.parse(JSON.parse(attachment.body.toString())) : null;
}

/** The lab's log as the `lab` fixture leaves it after a failure, without times of day, tokens and texts. */
function timelineIn(result: TestResult): TimelineEvent[] {
  const attachment = result.attachments.find(({ name }) => name === "timeline.json");
  if (!attachment?.body) return [];
  const events = z.array(labEventSchema).parse(JSON.parse(attachment.body.toString()));
  return z.array(timelineEventSchema).parse(normalised(events));
}

/** The browser's complaints after a check whose body passed: the fixture's list, in one line. */
function complaintsIn(message: string): string | null {
  if (!message.includes("nothing else goes wrong in the browser")) return null;
  const lines = [...message.matchAll(/^\+ {3}"(.*)",$/gm)].map(([, line]) => line);
  return ["something else goes wrong in the browser", ...lines].join(": ");
}

function firstLine(text: string): string {
  return text.replace(/^Error: /, "").split("\n")[0] ?? "";
}

function keyIn(test: TestCase): string {
  return test.annotations.find(({ type }) => type === CELL)?.description ?? test.title;
}

function send(message: Message): void {
  process.send?.(message);
}
