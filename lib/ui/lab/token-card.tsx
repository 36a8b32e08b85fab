"use client";

import { currentFamily } from "@/lib/lab/client/holdings";
import { decodeJwt } from "@/lib/lab/client/jwt";
import { useLab } from "@/lib/lab/client/use-lab";
import { instantInWords } from "@/lib/lab/client/words";
import type { TokenKind } from "@/lib/lab/schemas";
import { ClaimTable } from "./claim-table";
import styles from "./token-card.module.css";

/** What a token is, who can read it, and what it says. `now` is of the clock that judges it. */
export function TokenCard({ kind, now }: { kind: TokenKind; now: number }) {
  const cards = { session: SessionCard, access: AccessCard, refresh: RefreshCard };
  const Card = cards[kind];
  return (
    <div className={styles.card}>
      <Card now={now} />
    </div>
  );
}

function SessionCard({ now }: { now: number }) {
  const session = useLab((lab) => lab.tokens?.session ?? null);
  if (session === null) return <p>The browser has no session cookie.</p>;
  return (
    <>
      <p>
        <strong>Session cookie</strong>, an encrypted JWE. The Next server made it and is the only one who can
        read it: the browser carries it closed. NextAuth judges its age by real time, so moving the lab’s
        clock does not age it.
      </p>
      <ClaimTable title="Header" claims={session.header} now={now} />
      <ClaimTable title="Inside, opened by the server for you" claims={session.claims} now={now} />
      <RawToken name="The cookie’s value" value={session.raw} />
    </>
  );
}

function AccessCard({ now }: { now: number }) {
  const token = useLab((lab) => lab.tokens?.accessToken ?? null);
  if (token === null) {
    return <p>The browser’s cookie holds no access token. The backend issued one: see who holds it below.</p>;
  }
  const decoded = decodeJwt(token);
  if (decoded === null) return <p>The cookie holds something that is not a JWT.</p>;
  return (
    <>
      <p>
        <strong>Access token</strong>, a signed JWT. The backend made it and checks it. Anybody who holds it
        can read it and use it: signed is not encrypted.
      </p>
      <ClaimTable title="Header" claims={decoded.header} now={now} />
      <ClaimTable title="Claims" claims={decoded.claims} now={now} />
      <RawToken name="The token itself" value={token} />
    </>
  );
}

function RefreshCard({ now }: { now: number }) {
  const state = useLab((lab) => lab.state);
  const token = useLab((lab) => lab.tokens?.refreshToken ?? null);
  const family = state === null ? null : currentFamily(state);
  const newest = family?.refresh.at(-1);
  return (
    <>
      <p>
        <strong>Refresh token</strong>, an opaque secret. It says nothing to anybody: the backend keeps its
        hash and looks it up.
      </p>
      {family !== null && newest !== undefined && (
        <dl className={styles.facts}>
          <dt>Unused until</dt>
          <dd>{instantInWords(newest.idleExpiresAt, now)} (idle lifetime; each refresh starts it anew)</dd>
          <dt>At the latest until</dt>
          <dd>{instantInWords(family.absoluteExpiresAt, now)} (absolute lifetime; no refresh extends it)</dd>
          <dt>Generations so far</dt>
          <dd>{family.refresh.map(({ generation, status }) => `R${generation} ${status}`).join(", ")}</dd>
        </dl>
      )}
      {token !== null && <RawToken name="The token in the browser’s cookie" value={token} />}
    </>
  );
}

function RawToken({ name, value }: { name: string; value: string }) {
  return (
    <details className={styles.raw}>
      <summary>{name}</summary>
      <code>{value}</code>
    </details>
  );
}
