"use client";

import { decodeJwt } from "@/lib/inspect/decode-jwt";
import { inspectorLink, labTokenLink } from "@/lib/inspect/inspector-link";
import { claimsInWords, holdersOf } from "@/lib/lab/client/claims-in-words";
import { currentFamily, newestTokens } from "@/lib/lab/client/current-session";
import { useLab } from "@/lib/lab/client/use-lab";
import { useStateNow } from "@/lib/lab/client/use-state-now";
import { instantInWords } from "@/lib/lab/client/words";
import type { TokenKind } from "@/lib/lab/schemas";
import { ClaimTable } from "./claim-table";
import { SignatureLine } from "./signature-line";
import styles from "./token-card.module.css";
import { TokenFacts } from "./token-facts";
import { TokenMark } from "./token-mark";

/** Explains a token: who can read it, and what it contains. `now` is the time of the clock by which it expires. */
export function TokenCard({ kind, now }: { kind: TokenKind; now: number }) {
  const cards = { session: SessionCard, access: AccessCard, refresh: RefreshCard };
  const Card = cards[kind];
  return (
    <div className={styles.card}>
      <Card now={now} />
      <p>
        <a href={labTokenLink(kind)}>Take it apart in the inspector</a>
      </p>
    </div>
  );
}

function SessionCard({ now }: { now: number }) {
  const session = useLab((lab) => lab.tokens?.session ?? null);
  if (session === null) return <p>The browser has no session cookie.</p>;
  return (
    <>
      <p>
        <strong>Session cookie</strong>, an encrypted JWE. The Next server made it. NextAuth judges its age by
        real time, so moving the lab’s clock does not age it.
      </p>
      <TokenFacts
        readable="Only the Next server, which has the secret. The browser carries it closed."
        usable="Whoever sends it: a stolen cookie is a stolen session."
        holders="the browser"
      />
      <ClaimTable title="Header" claims={session.header} now={now} />
      <ClaimTable title="Inside, opened by the server for you" claims={session.claims} now={now} />
      <RawToken name="The cookie’s value" value={session.raw} clock="real" />
    </>
  );
}

function AccessCard({ now }: { now: number }) {
  const state = useLab((lab) => lab.state);
  const token = useLab((lab) => lab.tokens?.accessToken ?? null);
  if (token === null || state === null) {
    return <p>The browser’s cookie holds no access token. The backend issued one: see who holds it below.</p>;
  }
  const decoded = decodeJwt(token);
  if (decoded === null) return <p>The cookie holds something that is not a JWT.</p>;
  const held = state.holders.browser.access;
  const newest = newestTokens(currentFamily(state)).access?.generation ?? null;
  return (
    <>
      <p>
        <strong>Access token</strong>, a signed JWT. The backend made it and checks it.{" "}
        {claimsInWords(decoded.claims, state, now)}
      </p>
      {held !== null && newest !== null && held !== newest && (
        <p className={styles.other}>
          This is <TokenMark kind="access" generation={held} over />, which the browser’s cookie holds. The
          newest is <TokenMark kind="access" generation={newest} />, and it is not in the cookie.
        </p>
      )}
      <SignatureLine token={token} />
      <TokenFacts
        readable="Anybody who holds it: signed is not encrypted."
        usable="Anybody who holds it, until it expires or the backend ends the sign-in."
        holders={held === null ? "the browser’s cookie" : holdersOf(state, "access", held).join(" and ")}
      />
      <ClaimTable title="Header" claims={decoded.header} now={now} />
      <ClaimTable title="Claims" claims={decoded.claims} now={now} />
      <RawToken name="The token itself" value={token} clock="lab" />
    </>
  );
}

function RefreshCard({ now }: { now: number }) {
  const state = useStateNow();
  const token = useLab((lab) => lab.tokens?.refreshToken ?? null);
  const family = state === null ? null : currentFamily(state);
  const newest = family?.refresh.at(-1);
  return (
    <>
      <p>
        <strong>Refresh token</strong>, an opaque secret. It has no claims and no signature: the backend keeps
        its hash and looks it up.
      </p>
      {state !== null && newest !== undefined && (
        <TokenFacts
          readable="There is nothing to read in it."
          usable="Anybody who holds it, once: it buys the next pair."
          holders={
            holdersOf(state, "refresh", newest.generation).join(" and ") || "nobody that the lab can see"
          }
        />
      )}
      {family !== null && newest !== undefined && (
        <dl className={styles.facts}>
          <dt>Unused until</dt>
          <dd>{instantInWords(newest.idleExpiresAt, now)} (idle lifetime; each refresh starts it anew)</dd>
          <dt>At the latest until</dt>
          <dd>{instantInWords(family.absoluteExpiresAt, now)} (absolute lifetime; no refresh extends it)</dd>
          <dt>Generations so far</dt>
          <dd className={styles.generations}>
            {family.refresh.map(({ generation, status }) => (
              <span key={generation} className={styles.generation}>
                <TokenMark kind="refresh" generation={generation} over={status !== "current"} />
                {status}
              </span>
            ))}
          </dd>
        </dl>
      )}
      {token !== null && <RawToken name="The token in the browser’s cookie" value={token} clock="lab" />}
    </>
  );
}

/** The token itself. `clock` is the clock by which it expires. */
function RawToken({ name, value, clock }: { name: string; value: string; clock: "lab" | "real" }) {
  return (
    <details className={styles.raw}>
      <summary>{name}</summary>
      <code>{value}</code>
      <a href={inspectorLink(value, clock)}>Open it in the inspector</a>
    </details>
  );
}
