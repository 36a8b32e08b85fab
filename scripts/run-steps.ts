import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Command, foreground, logged } from "./child";
import { ROOT } from "./next";
import { MEASURED_FILE } from "./prove/measured";
import { closingLine, sumTotals, totalsEnvironment, totalsFile } from "./totals";

export type Step = { name: string; file: string; args: string[] };
/** One step, or several that run beside each other. */
export type Stage = Step | readonly Step[];

/** A script of this folder. */
export const script = (name: string, ...args: string[]): Pick<Step, "file" | "args"> => ({
  file: process.execPath,
  args: ["--import", "tsx", path.join("scripts", name), ...args],
});

/** A script of package.json. */
export const npmRun = (name: string): Pick<Step, "file" | "args"> => ({
  file: "npm",
  args: ["run", "--silent", name],
});

/**
 * Takes every stage in order, up to the first with a step that fails; the last line is the sum of the tests. Steps beside
 * each other print what they have to say once they have ended, one after the other.
 *
 * @returns the exit code
 */
export async function runSteps(stages: readonly Stage[]): Promise<number> {
  process.chdir(ROOT);
  const directory = mkdtempSync(path.join(tmpdir(), "silent-refresh-steps-"));
  const totals = totalsFile(directory);
  const env = {
    ...totalsEnvironment(totals),
    // What `npm test` measures of the lessons' variants, `npm run prove` need not: `.ci/run` names one file to both.
    [MEASURED_FILE]: process.env[MEASURED_FILE] ?? path.join(directory, "measured.jsonl"),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const beside = async ({ name, ...command }: Step, at: number) => {
    const log = path.join(directory, `${at}.log`);
    const code = await timed(name, () => logged({ ...command, env }, log));
    return { name, code, said: readFileSync(log, "utf8") };
  };
  try {
    for (const stage of stages) {
      const code = await (isOne(stage) ? alone(stage, env) : together(stage, beside));
      if (code === 0) continue;
      const { passed, failed } = sumTotals(totals);
      // A step without tests of its own (lint, types, build) counts as one failure.
      console.log(`\n${closingLine({ passed, failed: Math.max(failed, 1) })}`);
      return code;
    }
    console.log(`\n${closingLine(sumTotals(totals))}`);
    return 0;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function isOne(stage: Stage): stage is Step {
  return "name" in stage;
}

function alone({ name, ...command }: Step, env: NonNullable<Command["env"]>): Promise<number> {
  console.log(`\n── ${name}`);
  return timed(name, () => foreground({ ...command, env }));
}

async function together(
  steps: readonly Step[],
  beside: (step: Step, at: number) => Promise<{ name: string; code: number; said: string }>,
): Promise<number> {
  console.log(`\n── ${steps.map(({ name }) => name).join(", beside ")}`);
  const ended = await Promise.all(steps.map(beside));
  for (const { name, said } of ended) console.log(`\n── What ${name} said:\n${said.trimEnd()}`);
  return ended.find(({ code }) => code !== 0)?.code ?? 0;
}

async function timed(name: string, run: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  const code = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${code === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return code;
}
