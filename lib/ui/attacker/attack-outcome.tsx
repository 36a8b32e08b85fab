"use client";

import { attacks } from "@/lib/lab/attack/attacks";
import { type AttackReport, attackReportSchema } from "@/lib/lab/attack/report";
import { browserLab } from "@/lib/lab/client/lab";
import { asProblem } from "@/lib/lab/client/problem";
import { type Fetch, send } from "@/lib/lab/client/request";
import { labAnswerSchema } from "@/lib/lab/schemas";
import { attackFromHere } from "./attack-from-here";
import { AttackReportView } from "./attack-report";

/** What came of one attack, or why it could not be sent. */
type AttackOutcome = { report: AttackReport } | { problem: string };

const here: Fetch = (path, init) => fetch(path, init);

/** Sends one of the listed attacks: from this browser where a browser may, else through the lab's attacker. */
export async function sendAttack(name: string): Promise<AttackOutcome> {
  const attack = attacks.find((each) => each.name === name);
  try {
    // Makes sure of the lab's cookie, without which there is no app to attack.
    const lab = await send(here, { method: "POST", path: "/api/lab" }, labAnswerSchema);
    browserLab().start(lab.id);
    if (attack?.as === "you") return { report: await attackFromHere(lab) };
    const call = { method: "POST", path: "/api/lab/attack", body: { attack: name } } as const;
    return { report: await send(here, call, attackReportSchema) };
  } catch (thrown) {
    return { problem: asProblem(thrown).message };
  }
}

export function OutcomeView({ outcome }: { outcome: AttackOutcome }) {
  return "problem" in outcome ? (
    <p role="alert">{outcome.problem}</p>
  ) : (
    <AttackReportView report={outcome.report} />
  );
}
