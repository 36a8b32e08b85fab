import type { TokenMark } from "../domain/event.ts";
import type { Body } from "../http/body.ts";
import type { TokenRef } from "../store/families.ts";
import type { LabStore } from "../store/store.ts";
import { findAccess } from "./find-access.ts";

/** The token that a body presents for a refresh or a revocation. */
function presentedToken(body: Body): string | undefined {
  if (body.kind === "form") return body.value.get("refresh_token") ?? body.value.get("token") ?? undefined;
  if (body.kind !== "json" || typeof body.value !== "object" || body.value === null) return undefined;
  const token = "refresh_token" in body.value ? body.value.refresh_token : undefined;
  return typeof token === "string" ? token : undefined;
}

/** The tokens that a request carries, as far as this lab knows them: a forged token has no generation. */
export function carriedTokens(
  lab: LabStore,
  authorization: string | undefined,
  body: Body,
  sha256: (text: string) => string,
): TokenMark[] {
  const marks: TokenMark[] = [];
  const bearer = /^bearer +(.+)$/i.exec(authorization ?? "")?.[1];
  const access = bearer === undefined ? undefined : findAccess(lab, bearer, sha256);
  if (access) marks.push(mark("access", access));
  const presented = presentedToken(body);
  if (presented !== undefined) {
    const refresh = lab.families.findRefresh(sha256(presented));
    if (refresh) marks.push(mark("refresh", refresh));
    const revoked = refresh ? undefined : findAccess(lab, presented, sha256);
    if (revoked) marks.push(mark("access", revoked));
  }
  return marks;
}

function mark(kind: "access" | "refresh", { generation, family }: TokenRef): TokenMark {
  return { kind, generation, family, role: "carried" };
}
