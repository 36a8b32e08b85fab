"use client";

import { useEffect, useId, useRef, useState } from "react";
import { inspectToken } from "@/lib/inspect/inspect-token";
import type { TokenKind } from "@/lib/lab/schemas";
import { Button } from "@/lib/ui/lab/button";
import { ClaimTable } from "@/lib/ui/lab/claim-table";
import { ClockChoice } from "./clock-choice";
import { FindingList } from "./finding-list";
import { labSkewMs, labToken } from "./from-lab";
import styles from "./inspector.module.css";
import { KeyPanel } from "./key-panel";
import { Parts } from "./parts";
import { takeFromFragment } from "./take-from-fragment";
import { type Clock, useClock } from "./use-clock";

const labTokens: readonly [TokenKind, string][] = [
  ["access", "access token"],
  ["session", "session cookie"],
  ["refresh", "refresh token"],
];

/** The tool itself. All of it is here when the page is: what is pasted causes no request of any kind. */
export function Inspector() {
  const [input, setInput] = useState("");
  const [clock, setClock] = useState<Clock>({ kind: "real" });
  const [problem, setProblem] = useState<string>();
  const nowMs = useClock(clock);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  // What was typed before this script arrived, or brought along behind the # of the address.
  useEffect(() => setInput(takeFromFragment() ?? area.current?.value ?? ""), []);

  const takeFromLab = async (kind: TokenKind) => {
    const token = await labToken(kind);
    const skew = kind === "access" ? await labSkewMs() : null;
    setProblem("problem" in token ? token.problem : undefined);
    if ("problem" in token) return;
    setInput(token.value);
    // NextAuth judges its cookie by real time; the backend judges its tokens by the lab's.
    setClock(skew !== null && "value" in skew ? { kind: "lab", skewMs: skew.value } : { kind: "real" });
  };

  const inspection = inspectToken(input, nowMs / 1000);
  const { header, claims, findings, kind } = inspection;
  const shown = inspection.token !== "" && nowMs > 0;
  return (
    <section
      className={`${styles.inspector} needs-script`}
      aria-label="Inspect a token"
      data-kind={shown ? kind : undefined}
    >
      <div className={styles.given}>
        <label htmlFor={id} className={styles.label}>
          Token
        </label>
        <textarea
          id={id}
          ref={area}
          className={styles.area}
          rows={8}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          value={input}
          placeholder="eyJ…"
          onChange={({ target }) => setInput(target.value)}
        />
        <fieldset className={styles.row}>
          <legend className={styles.legend}>From my lab</legend>
          {labTokens.map(([token, name]) => (
            <Button key={token} onClick={() => takeFromLab(token)}>
              My {name}
            </Button>
          ))}
          {input !== "" && (
            <Button look="quiet" onClick={() => setInput("")}>
              Clear
            </Button>
          )}
        </fieldset>
        {problem !== undefined && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <ClockChoice clock={clock} nowMs={nowMs} onChange={setClock} />
        <KeyPanel inspection={inspection} nowMs={nowMs} />
      </div>
      <div className={styles.found}>
        {shown ? (
          <>
            <Parts inspection={inspection} />
            <FindingList findings={findings} />
            {header?.value && <ClaimTable title="Header" claims={header.value} now={nowMs} />}
            {claims?.value && <ClaimTable title="Claims" claims={claims.value} now={nowMs} />}
            {kind !== "encrypted" && claims !== null && claims.value === null && claims.text !== "" && (
              <div>
                <h3 className={styles.smallTitle}>What the claims part decodes to</h3>
                <pre className={styles.raw}>{claims.text.slice(0, 2_000)}</pre>
              </div>
            )}
          </>
        ) : (
          <p className={styles.empty}>
            Nothing pasted yet. An access token, an ID token, a session cookie, or whatever you found in a
            log.
          </p>
        )}
      </div>
    </section>
  );
}
