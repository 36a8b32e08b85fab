import { decodeJwt } from "jose";
import type { TokenRef } from "../store/families.ts";
import type { LabStore } from "../store/store.ts";

/** Finds the access token of this lab that equals the text; a forgery with the same `jti` is no token of this lab. */
export function findAccess(
  lab: LabStore,
  token: string,
  sha256: (text: string) => string,
): TokenRef | undefined {
  const jti = jtiOf(token);
  return jti === undefined ? undefined : lab.families.findAccess(jti, sha256(token));
}

function jtiOf(token: string): string | undefined {
  try {
    const { jti } = decodeJwt(token);
    return typeof jti === "string" ? jti : undefined;
  } catch {
    // Not a JWT: then it is none of ours.
    return undefined;
  }
}
