import { useId } from "react";
import { instantInWords } from "@/lib/lab/client/words";
import styles from "./claim-table.module.css";

/** The meanings of claims and header parameters: RFC 7519 §4.1, RFC 9068 §2.2, RFC 7515 §4.1, RFC 7516 §4.1. */
const meanings = new Map([
  ["alg", "algorithm"],
  ["enc", "content encryption"],
  ["kid", "which key"],
  ["typ", "type of token"],
  ["iss", "issuer: who made it"],
  ["aud", "audience: who must accept it"],
  ["sub", "subject: the user"],
  ["client_id", "the app it was issued to"],
  ["iat", "issued at"],
  ["exp", "expires"],
  ["nbf", "not before"],
  ["jti", "its own id"],
  ["sid", "the sign-in (family)"],
  ["scope", "what it allows"],
  ["roles", "the user’s roles then"],
  ["accessToken", "access token"],
  ["refreshToken", "refresh token"],
]);

const instants = new Set(["iat", "exp", "nbf"]);

type Props = { title: string; claims: Record<string, unknown>; now: number };

/** A table of header parameters or claims with their meanings. Instants are shown in words, relative to `now`. */
export function ClaimTable({ title, claims, now }: Props) {
  const titleId = useId();
  return (
    <div>
      <h3 className={styles.title} id={titleId}>
        {title}
      </h3>
      <dl className={styles.claims} aria-labelledby={titleId}>
        {Object.entries(claims).map(([name, value]) => (
          <div key={name} className={styles.claim}>
            <dt>
              <code>{name}</code>
              {meanings.has(name) && <span className={styles.meaning}> {meanings.get(name)}</span>}
            </dt>
            <dd>{claimInWords(name, value, now)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function claimInWords(name: string, value: unknown, now: number) {
  if (instants.has(name) && typeof value === "number") {
    return (
      <>
        {value} <span className={styles.meaning}>({instantInWords(value * 1000, now)})</span>
      </>
    );
  }
  if (typeof value !== "string") return JSON.stringify(value);
  return value.length > 96 ? `${value.slice(0, 44)}…${value.slice(-12)} (${value.length} characters)` : value;
}
