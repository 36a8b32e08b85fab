"use client";

import { useEffect, useState } from "react";
import type { Jwk, JwkSet } from "@/lib/inspect/algorithms";
import { type KeyReading, readKey } from "@/lib/inspect/read-key";
import type { Expectations, Verification } from "@/lib/inspect/verification";
import { verifyToken } from "@/lib/inspect/verify-token";

/** Reads a pasted key; null until the reading has finished. */
export function useKey(text: string, isBase64: boolean): KeyReading | null {
  const [read, setRead] = useState<KeyReading | null>(null);
  useEffect(() => {
    let current = true;
    void readKey(text, { isBase64 }).then((reading) => current && setRead(reading));
    return () => {
      current = false;
    };
  }, [text, isBase64]);
  return read;
}

/** Verifies a token with a key; null without a key and until the verification has finished. */
export function useVerification(
  token: string,
  keys: Jwk | JwkSet | undefined,
  { nowSeconds, issuer, audience, typ }: Expectations,
): Verification | null {
  const [verification, setVerification] = useState<Verification | null>(null);
  useEffect(() => {
    let current = true;
    const look = keys && verifyToken(token, keys, { nowSeconds, issuer, audience, typ });
    if (look === undefined) setVerification(null);
    else void look.then((found) => current && setVerification(found));
    return () => {
      current = false;
    };
  }, [token, keys, nowSeconds, issuer, audience, typ]);
  return verification;
}
