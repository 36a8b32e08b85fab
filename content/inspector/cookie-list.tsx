import { useId } from "react";
import { type CookieMeaning, cookieMeaning } from "@/lib/inspect/cookie-meaning";
import { inspectToken } from "@/lib/inspect/inspect-token";
import type { PastedCookie } from "@/lib/inspect/read-cookies";
import styles from "./inspector.module.css";

const meanings: Record<Exclude<CookieMeaning, "other">, string> = {
  session: "NextAuth’s session.",
  csrf: "NextAuth’s guard against forged sign-ins: a random value and its hash, joined by |.",
  "callback-url": "Where NextAuth sends the browser after sign-in.",
  "sign-in": "Lasts for one sign-in at an OAuth provider.",
};

const kinds = {
  signed: "A signed token, in three parts.",
  encrypted: "An encrypted token, in five parts.",
} as const;

type Props = { cookies: readonly PastedCookie[]; chosen: number; onChoose(index: number): void };

/** The cookies of a pasted header, one line each. The inspector explains the chosen one. */
export function CookieList({ cookies, chosen, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.cookies}>
      <legend className={styles.legend}>
        {cookies.length === 1 ? "One cookie" : `${cookies.length} cookies`}
      </legend>
      {cookies.map((cookie, index) => (
        // Two cookies can have the same name, so the position is the key.
        <label key={index.toString()} className={styles.cookie} data-cookie={cookie.name}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
          <span>
            <code>{cookie.name}</code>
            <small>{inWords(cookie)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function inWords(cookie: PastedCookie): string {
  const { name, value, chunks, missing, isDecoded, attributes } = cookie;
  const meaning = cookieMeaning(name);
  return [
    meaning === "other" ? "" : meanings[meaning],
    value === "" ? "Empty." : isToken(cookie) ? kindInWords(value) : "",
    value === "" ? "" : `${value.length} ${value.length === 1 ? "character" : "characters"}.`,
    chunks > 0 ? `Joined from ${chunks} ${chunks === 1 ? "piece" : "pieces"}.` : "",
    missing.length > 0 ? `Missing: ${missing.map((number) => `${name}.${number}`).join(", ")}.` : "",
    isDecoded ? "Percent-encoding undone." : "",
    attributes.length > 0 ? `${attributes.join("; ")}.` : "",
  ]
    .filter((each) => each !== "")
    .join(" ");
}

/**
 * Whether the inspector explains the cookie as a token: NextAuth's session, or a cookie whose name it does not know.
 */
export function isToken({ name }: PastedCookie): boolean {
  const meaning = cookieMeaning(name);
  return meaning === "session" || meaning === "other";
}

function kindInWords(value: string): string {
  // The kind of token does not depend on the time.
  const { kind, findings } = inspectToken(value, 0);
  return kind === "neither" ? `${findings[0]?.title ?? "No token"}.` : kinds[kind];
}
