import "server-only";
import { inApp } from "@/content/lab/lab-app";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { describeArguments, wireArguments } from "@/lib/lab/server/action/posted-arguments";
import { refusalStep } from "@/lib/lab/server/action/refusal-step";
import { type BackendCall, currentLab, runInLab } from "@/lib/lab/server/context";
import { LabError } from "@/lib/lab/server/control";
import { note, record } from "@/lib/lab/server/record";

/**
 * Runs a variant's action inside the caller's lab, and writes what became of it to the timeline. The action under
 * study does not know. Without a lab nobody is signed in, and the action is not run.
 *
 * @throws whatever the action throws
 */
export async function inAction<A extends ActionAnswer>(
  variant: string,
  name: string,
  args: readonly unknown[],
  action: () => Promise<A>,
): Promise<A | WithoutLab> {
  try {
    return await inApp("server-action", () => recorded(variant, name, args, action));
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return { ok: false, error: error.code === "unknown" ? "signed-out" : "unavailable" };
  }
}

type WithoutLab = { ok: false; error: "signed-out" | "unavailable" };

async function recorded<A extends ActionAnswer>(
  variant: string,
  name: string,
  args: readonly unknown[],
  action: () => Promise<A>,
): Promise<A> {
  const called = `${name}(${describeArguments(args)})`;
  const posted = wireArguments(args);
  const detail = { variant, ...(posted !== null && { args: posted }) };
  await record(note("action.called", "info", { code: name, text: `${called} was called.`, detail }));
  const calls: BackendCall[] = [];
  try {
    const lab = currentLab();
    const answer = await (lab === null ? action() : runInLab({ ...lab, calls }, action));
    await recordAnswer(variant, name, answer, calls);
    return answer;
  } catch (error) {
    const text = `${variant}’s ${name} threw: Next answers 500 with a digest.`;
    await record(note("action.refused", "failed", { code: "threw", text, detail: { variant, calls } }));
    throw error;
  }
}

async function recordAnswer(variant: string, name: string, answer: ActionAnswer, calls: BackendCall[]) {
  const detail = { variant, calls, answer };
  if (answer.ok) {
    await record(
      note("action.passed", "ok", { code: name, text: `${variant} let ${name} through.`, detail }),
    );
    return;
  }
  const step = refusalStep(answer.error, calls);
  const text = `${variant} refused ${name} at the step ${step}.`;
  await record(note("action.refused", "refused", { code: step, text, detail }));
}
