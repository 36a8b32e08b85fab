"use client";

import { useId, useMemo, useRef, useState } from "react";
import { inspectToken } from "@/lib/inspect/inspect-token";
import { readCookies } from "@/lib/inspect/read-cookies";
import type { TokenKind } from "@/lib/lab/schemas";
import { Button } from "@/lib/ui/lab/button";
import { ClaimTable } from "@/lib/ui/lab/claim-table";
import { ClockChoice } from "./clock-choice";
import { CookieList, isToken } from "./cookie-list";
import { FindingList } from "./finding-list";
import { labSkewMs, labToken } from "./from-lab";
import styles from "./inspector.module.css";
import { KeyPanel } from "./key-panel";
import { Parts } from "./parts";
import { type Clock, useClock } from "./use-clock";
import { useLinkedToken } from "./use-linked-token";

const labTokens: readonly [TokenKind, string][] = [
  ["access", "access token"],
  ["session", "session cookie"],
  ["refresh", "refresh token"],
];

/** The inspector. All of its code is loaded with the page: pasting a token causes no request. */
export function Inspector() {
  const [input, setInput] = useState("");
  const [chosenCookie, setChosenCookie] = useState<number>();
  const [clock, setClock] = useState<Clock>({ kind: "real" });
  const [problem, setProblem] = useState<string>();
  const nowMs = useClock(clock);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const show = (text: string) => {
    setInput(text);
    setChosenCookie(undefined);
    setProblem(undefined);
  };

  const judgeBy = async (kind: "real" | "lab") => {
    const skew = kind === "lab" ? await labSkewMs() : null;
    setClock(skew !== null && "value" in skew ? { kind: "lab", skewMs: skew.value } : { kind: "real" });
  };

  const takeFromLab = async (kind: TokenKind) => {
    const token = await labToken(kind);
    if ("problem" in token) return setProblem(token.problem);
    show(token.value);
    // NextAuth compares its cookie's dates with real time; the backend compares its tokens' with the lab's clock.
    await judgeBy(kind === "access" ? "lab" : "real");
  };

  useLinkedToken((linked) => {
    // The reader may have typed before this script ran.
    if (linked === null) return setInput(area.current?.value ?? "");
    if ("labToken" in linked) return void takeFromLab(linked.labToken);
    show(linked.token);
    void judgeBy(linked.clock);
  });

  const cookies = useMemo(() => readCookies(input), [input]);
  const at = chosenCookie ?? Math.max(0, cookies?.findIndex(isToken) ?? 0);
  const cookie = cookies?.[at];
  const inspection = inspectToken(cookie?.value ?? input, nowMs / 1000);
  const { header, claims, findings, kind } = inspection;
  const shown = inspection.token !== "" && nowMs > 0;
  return (
    <section
      className={`${styles.inspector} needs-script`}
      aria-label="Inspect a token"
      data-kind={shown && (cookie === undefined || isToken(cookie)) ? kind : undefined}
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
          onChange={({ target }) => show(target.value)}
        />
        <fieldset className={styles.row}>
          <legend className={styles.legend}>From my lab</legend>
          {labTokens.map(([token, name]) => (
            <Button key={token} onClick={() => takeFromLab(token)}>
              My {name}
            </Button>
          ))}
          {input !== "" && (
            <Button look="quiet" onClick={() => show("")}>
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
        {cookies !== null && <CookieList cookies={cookies} chosen={at} onChoose={setChosenCookie} />}
        {cookie !== undefined && !isToken(cookie) ? (
          <pre className={styles.raw}>{cookie.value.slice(0, 2_000)}</pre>
        ) : shown ? (
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
            {cookie === undefined
              ? "Nothing pasted yet. An access token, an ID token, a whole Cookie header, or whatever you found in a log."
              : "This cookie is empty."}
          </p>
        )}
      </div>
    </section>
  );
}
