"use client";

import { asProblem } from "@/lib/lab/client/problem";
import shared from "@/lib/ui/attacker/attack-panel.module.css";
import { Token } from "@/lib/ui/token";
import { playTheft, type ScriptRun } from "./run-script";
import styles from "./script-outcome.module.css";

/** What came of one run, or why it could not be played. */
type ScriptOutcome = { run: ScriptRun } | { problem: string };

export async function runScript(): Promise<ScriptOutcome> {
  try {
    return { run: await playTheft() };
  } catch (thrown) {
    return { problem: asProblem(thrown).message };
  }
}

export function OutcomeView({ outcome }: { outcome: ScriptOutcome }) {
  if ("problem" in outcome) return <p role="alert">{outcome.problem}</p>;
  const { run } = outcome;
  const { notes, user } = run.thief;
  const isIn = notes !== null || user !== null;
  return (
    <div className={shared.report}>
      <p className={isIn ? shared.done : shared.held}>
        <strong>{isIn ? "The thief is in." : "The thief got nothing that works elsewhere."}</strong>{" "}
        <span className={shared.variant}>
          Under <code>{run.variant}</code>, as {run.user}.
        </span>
      </p>
      <dl className={styles.finds}>
        <dt>Cookies that a script can read</dt>
        <dd>{run.script.cookies === "" ? "None: they are HttpOnly" : run.script.cookies}</dd>
        <dt>Access token</dt>
        <dd>
          <TokenFind run={run} />
        </dd>
        <dt>Sent out by your own server</dt>
        <dd>{carriedOut(run)}</dd>
        <dt>Read while the page was open</dt>
        <dd>{run.script.notes.length > 0 ? run.script.notes.join(" · ") : "Nothing"}</dd>
        <dt>Afterwards, from elsewhere</dt>
        <dd>
          {notes !== null && `At the backend: ${notes.join(" · ")}. `}
          {user !== null && `At the app: signed in as ${user}. `}
          {!isIn && "Nothing to use."}
        </dd>
      </dl>
    </div>
  );
}

function TokenFind({ run }: { run: ScriptRun }) {
  const find = run.script.tokens[0];
  if (find === undefined) return <>None on the page</>;
  const name =
    run.token === null ? <Token kind="access" /> : <Token kind="access" n={run.token.generation} />;
  return (
    <>
      {name}, in <code>{find.where}</code>
    </>
  );
}

function carriedOut({ carriedOut: sent }: ScriptRun): string {
  if (sent === null) return "Nothing";
  return sent.session ? "The access token and the whole session cookie" : "The access token";
}
