"use client";

import { useMemo } from "react";
import { type Place, tokenHolders } from "@/lib/lab/client/token-holders";
import { useLab } from "@/lib/lab/client/use-lab";
import { useLabNow } from "@/lib/lab/client/use-lab-now";
import styles from "./token-holders.module.css";
import { TokenMark } from "./token-mark";

/** Shows which party holds which token beside the tokens that the backend accepts, and explains a difference. */
export function TokenHolders() {
  const state = useLab((lab) => lab.state);
  const now = useLabNow();
  const found = useMemo(() => (state === null ? null : tokenHolders(state, now)), [state, now]);
  if (found === null) return null;
  return (
    <section className={styles.holders}>
      <h3 className={styles.title}>Who holds which token</h3>
      <dl className={styles.places}>
        {found.places.map((place) => (
          <PlaceCell key={place.name} place={place} />
        ))}
      </dl>
      <div className={styles.sentences} role="status">
        {found.mismatch !== null && <Sentence sign="≠">{found.mismatch}</Sentence>}
        {found.theft !== null && <Sentence sign="X">{found.theft}</Sentence>}
        {found.mismatch === null && found.theft === null && (
          <p className={styles.agreed}>{found.agreement}</p>
        )}
      </div>
    </section>
  );
}

function Sentence({ sign, children }: { sign: string; children: string }) {
  return (
    <p className={styles.mismatch}>
      <strong className={styles.sign} aria-hidden="true">
        {sign}
      </strong>
      {children}
    </p>
  );
}

function PlaceCell({ place }: { place: Place }) {
  return (
    <div
      className={`${styles.place} ${place.wrong ? styles.wrong : ""}`}
      data-attacker={place.name === "Attacker" || undefined}
      data-wrong={place.wrong || undefined}
    >
      <dt className={styles.name}>{place.name}</dt>
      <dd className={styles.held}>
        {place.held.length === 0 && <span className={styles.nothing}>nothing</span>}
        {place.held.map(({ kind, generation, status }) => (
          <span key={`${kind}${generation}`} className={styles.token}>
            <TokenMark kind={kind} generation={generation} over={status !== ""} />
            {status}
          </span>
        ))}
      </dd>
    </div>
  );
}
