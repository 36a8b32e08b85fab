import type { TokenMark } from "../domain/event.ts";
import type { Body } from "../http/body.ts";
import type { TokenRef } from "../store/families.ts";
import type { LabStore } from "../store/store.ts";
import type { PresentedToken } from "./exchange.ts";
import { findAccess } from "./find-access.ts";

/** The token that a body presents for a refresh or a revocation, hashed once for all who look it up. */
export function presentedToken(body: Body, sha256: (text: string) => string): PresentedToken | undefined {
  const text = textOf(body);
  return text === undefined ? undefined : { text, hash: sha256(text) };
}

function textOf(body: Body): string | undefined {
  if (body.kind === "form") return body.value.get("refresh_token") ?? body.value.get("token") ?? undefined;
  if (body.kind !== "json" || typeof body.value !== "object" || body.value === null) return undefined;
  const token = "refresh_token" in body.value ? body.value.refresh_token : undefined;
  return typeof token === "string" ? token : undefined;
}

/** The tokens that a request carries, as far as this lab knows them: a forged token has no generation. */
export function carriedTokens(
  lab: LabStore,
  authorization: string | undefined,
  presented: PresentedToken | undefined,
  sha256: (text: string) => string,
): TokenMark[] {
  const marks: TokenMark[] = [];
  const bearer = /^bearer +(.+)$/i.exec(authorization ?? "")?.[1];
  const access = bearer === undefined ? undefined : findAccess(lab, bearer, sha256);
  if (access) marks.push(mark("access", access));
  if (presented) {
    const refresh = lab.families.findRefresh(presented.hash);
    if (refresh) marks.push(mark("refresh", refresh));
    const revoked = refresh ? undefined : findAccess(lab, presented.text, sha256);
    if (revoked) marks.push(mark("access", revoked));
  }
  return marks;
}

function mark(kind: "access" | "refresh", { generation, family }: TokenRef): TokenMark {
  return { kind, generation, family, role: "carried" };
}
