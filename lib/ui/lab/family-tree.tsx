"use client";

import { useStateNow } from "@/lib/lab/client/use-state-now";
import type { AccessState, Family, RefreshState } from "@/lib/lab/schemas";
import styles from "./family-tree.module.css";
import { TokenMark } from "./token-mark";

/** Every family: each refresh token with its successor, and the access tokens that were issued with it. */
export function FamilyTree() {
  const state = useStateNow();
  if (state === null) return null;
  const nameOf = (userId: string) => state.users.find(({ id }) => id === userId)?.name ?? userId;
  if (state.families.length === 0) {
    return <p className={styles.empty}>No token family yet: each sign-in begins one.</p>;
  }
  return (
    <ol className={styles.families} aria-label="Token families, the newest first">
      {state.families.toReversed().map((family) => (
        <li key={family.ordinal} data-family={family.ordinal}>
          <h3 className={styles.title}>
            Sign-in {family.ordinal}: {nameOf(family.userId)}
            <span className={family.status === "active" ? styles.status : styles.over}>
              {family.status}
              {family.reason !== null && `, ${family.reason}`}
            </span>
          </h3>
          <Chain family={family} />
        </li>
      ))}
    </ol>
  );
}

function Chain({ family }: { family: Family }) {
  return (
    <ol className={styles.chain} aria-label={`Sign-in ${family.ordinal}, from the first refresh token on`}>
      {family.refresh.map((refresh) => (
        <li key={refresh.generation} className={styles.generation}>
          <span className={styles.token} data-refresh={refresh.generation} data-status={refresh.status}>
            <TokenMark kind="refresh" generation={refresh.generation} over={refresh.status !== "current"} />
            {refresh.status}
          </span>
          {accessOf(family, refresh).map(({ generation, status }) => (
            <span key={generation} className={styles.token} data-access={generation} data-status={status}>
              <TokenMark kind="access" generation={generation} over={status !== "live"} />
              {status}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

/**
 * The access tokens that were issued with a refresh token or, without rotation, while it was the newest. A JWT's
 * `iat` has whole seconds; tokens of the same second are in order, and none was issued before its own refresh token.
 */
function accessOf({ access, refresh }: Family, parent: RefreshState): AccessState[] {
  const at = refresh.indexOf(parent);
  return access.filter(({ issuedAt }, nth) => {
    const newest = refresh.findLastIndex((one) => second(one.issuedAt) <= second(issuedAt));
    return Math.min(nth, Math.max(newest, 0)) === at;
  });
}

const second = (instantMs: number) => Math.floor(instantMs / 1000);
