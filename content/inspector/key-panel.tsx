"use client";

import { useId, useState } from "react";
import type { JwkSet } from "@/lib/inspect/algorithms";
import type { Inspection } from "@/lib/inspect/inspect-token";
import type { KeyKind, KeyReading } from "@/lib/inspect/read-key";
import type { Expectations } from "@/lib/inspect/verification";
import { ExpectationFields, type Expected } from "./expectation-fields";
import { labKeys } from "./from-lab";
import styles from "./inspector.module.css";
import { keyConcerns, keyKinds, keyProblems } from "./key-words";
import { useKey, useVerification } from "./use-verification";
import { Verdict } from "./verdict";

type KeySource = "none" | "mine" | "lab";
const sources: readonly [KeySource, string][] = [
  ["none", "Not at all"],
  ["mine", "With a key I paste"],
  ["lab", "With my lab’s keys"],
];

/** Chooses the key, and shows whether it verifies the token. */
export function KeyPanel({ inspection, nowMs }: { inspection: Inspection; nowMs: number }) {
  const [source, setSource] = useState<KeySource>("none");
  const [pasted, setPasted] = useState("");
  const [isBase64, setBase64] = useState(false);
  const [published, setPublished] = useState<JwkSet>();
  const [problem, setProblem] = useState<string>();
  const [expected, setExpected] = useState<Expected>({ issuer: "", audience: "", typ: "" });
  const id = useId();

  const choose = async (next: KeySource) => {
    setProblem(undefined);
    setSource(next);
    if (next !== "lab") return;
    setPublished(undefined);
    const answer = await labKeys();
    if ("problem" in answer) setProblem(answer.problem);
    else setPublished(answer.value);
  };

  const read = useKey(pasted, isBase64);
  const keys = source === "lab" ? published : source === "mine" && read?.kind ? read.keys : undefined;
  const expectations: Expectations = { nowSeconds: nowMs / 1000, ...filled(expected) };
  const verification = useVerification(inspection.token, keys, expectations);
  return (
    <>
      <fieldset className={styles.row}>
        <legend className={styles.legend}>Verify</legend>
        {sources.map(([value, label]) => (
          <label key={value} className={styles.choice}>
            <input type="radio" name={id} checked={source === value} onChange={() => choose(value)} />
            {label}
          </label>
        ))}
        {problem !== undefined && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        {source === "lab" && published !== undefined && (
          <p className={styles.hint}>
            {published.keys.length === 1 ? "One key" : `${published.keys.length} keys`} from this site’s own{" "}
            <code>/.well-known/jwks.json</code>.
          </p>
        )}
      </fieldset>
      {source === "mine" && (
        <div>
          <label htmlFor={`${id}-key`} className={styles.label}>
            Key
          </label>
          <textarea
            id={`${id}-key`}
            className={styles.area}
            rows={5}
            spellCheck={false}
            autoComplete="off"
            value={pasted}
            placeholder="A JWK, a JWKS, PEM or a shared secret"
            onChange={({ target }) => setPasted(target.value)}
          />
          {read !== null && (
            <p className={styles.hint} data-key={read.kind ?? read.problem}>
              {read.kind === null ? keyProblems[read.problem] : keyWords(read)}
            </p>
          )}
          <label className={styles.choice}>
            <input type="checkbox" checked={isBase64} onChange={({ target }) => setBase64(target.checked)} />A
            shared secret is written in base64
          </label>
        </div>
      )}
      {source !== "none" && <ExpectationFields expected={expected} onChange={setExpected} />}
      <Verdict verification={inspection.token === "" ? null : verification} />
    </>
  );
}

function keyWords({ kind, concerns }: Extract<KeyReading, { kind: KeyKind }>): string {
  return [keyKinds[kind], ...concerns.map((concern) => keyConcerns[concern])].join(" ");
}

/** Leaves out empty fields, which are not checked. */
function filled(expected: Expected): Expectations {
  return Object.fromEntries(
    Object.entries(expected).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]])),
  );
}
