import type { TokenMark } from "../domain/event.ts";
import { identify } from "../domain/refresh-token.ts";
import type { Holding } from "../store/holders.ts";
import type { LabStore } from "../store/store.ts";
import type { Carries } from "./app-event.ts";
import { findAccess } from "./find-access.ts";

interface Resolved {
  readonly access: { generation: number; family: number } | undefined;
  readonly refresh: { generation: number; family: number } | undefined;
  /** Of the session: a cookie that holds no tokens is named by one of its sign-in's, however old. */
  readonly family: number | undefined;
}

/** What these raw tokens are called in this lab. The raw values go no further than here. */
function resolve(lab: LabStore, tokens: Carries, sha256: (text: string) => string): Resolved {
  const { accessToken, refreshToken, session } = tokens;
  const { families } = lab;
  const [named, sessionsOwn] = [refreshToken, session].map((token) =>
    typeof token === "string" ? identify({ sha256 }, token) : undefined,
  );
  const access = typeof accessToken === "string" ? findAccess(lab, accessToken, sha256) : undefined;
  const refresh = named && families.findRefresh(named.hash);
  return {
    access,
    refresh,
    family:
      (refresh ?? access)?.family ??
      (named && families.findFamily(named)) ??
      (sessionsOwn && families.findFamily(sessionsOwn)),
  };
}

/** The marks of the tokens that an app's event carries. A session cookie is numbered like its family. */
export function marksOf(lab: LabStore, tokens: Carries, sha256: (text: string) => string): TokenMark[] {
  const { access, refresh, family } = resolve(lab, tokens, sha256);
  const marks: TokenMark[] = [];
  if (tokens.session && family !== undefined) {
    marks.push({ kind: "session", generation: family, family, role: "carried" });
  }
  if (access)
    marks.push({ kind: "access", generation: access.generation, family: access.family, role: "carried" });
  if (refresh) {
    marks.push({ kind: "refresh", generation: refresh.generation, family: refresh.family, role: "carried" });
  }
  return marks;
}

/** What a holder has from now on; what is not spoken of stays. A token that this lab does not know counts as none. */
export function holdingOf(
  lab: LabStore,
  tokens: Carries,
  sha256: (text: string) => string,
): Partial<Holding> {
  const { access, refresh, family } = resolve(lab, tokens, sha256);
  return {
    ...(tokens.accessToken === undefined ? {} : { access: access?.generation ?? null }),
    ...(tokens.refreshToken === undefined ? {} : { refresh: refresh?.generation ?? null }),
    ...sessionHeld(tokens.session, family),
  };
}

/** A cookie that names nothing (any more) is the one that was there: only its end is a change. */
function sessionHeld(session: Carries["session"], family: number | undefined): Partial<Holding> {
  if (session === undefined || (session && family === undefined)) return {};
  return { session: session ? (family ?? null) : null };
}
