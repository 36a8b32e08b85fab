import type { TokenMark } from "../domain/event.ts";
import { identify } from "../domain/refresh-token.ts";
import type { Holding, LabStore } from "../store/store.ts";
import type { Carries } from "./app-event.ts";
import { findAccess } from "./find-access.ts";

interface Resolved {
  readonly access: { generation: number; family: number } | undefined;
  readonly refresh: { generation: number; family: number } | undefined;
  /** The session's family. A cookie that holds no tokens is named by any token of its sign-in, however old. */
  readonly family: number | undefined;
}

/** Finds the generations of these raw tokens. The raw values go no further than this function. */
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

/** The tokens that a holder has from now on. Absent fields stay as they are; a token that this lab does not know is none. */
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

/** A session cookie that names no family leaves the record unchanged, unless the session has ended. */
function sessionHeld(session: Carries["session"], family: number | undefined): Partial<Holding> {
  if (session === undefined || (session && family === undefined)) return {};
  return { session: session ? (family ?? null) : null };
}
