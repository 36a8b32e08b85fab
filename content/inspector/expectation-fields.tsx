"use client";

import { useId } from "react";
import styles from "./inspector.module.css";

export type Expected = { issuer: string; audience: string; typ: string };

const fields = [
  ["issuer", "Issuer", "https://…"],
  ["audience", "Audience", "https://…"],
  ["typ", "Type", "at+jwt"],
] as const;

/** The claims that a verifier expects besides a valid signature. An empty field is not checked. */
export function ExpectationFields({
  expected,
  onChange,
}: {
  expected: Expected;
  onChange(next: Expected): void;
}) {
  const id = useId();
  return (
    <details className={styles.expected}>
      <summary>Expect an issuer, an audience or a type</summary>
      {fields.map(([name, label, placeholder]) => (
        <div key={name}>
          <label htmlFor={id + name}>{label}</label>
          <input
            id={id + name}
            type="text"
            className={styles.field}
            spellCheck={false}
            autoComplete="off"
            placeholder={placeholder}
            value={expected[name]}
            onChange={({ target }) => onChange({ ...expected, [name]: target.value })}
          />
        </div>
      ))}
    </details>
  );
}
