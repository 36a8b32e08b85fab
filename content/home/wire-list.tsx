"use client";

import { useMemo } from "react";
import { useLab } from "@/lib/lab/client/use-lab";
import { TokenMark } from "@/lib/ui/lab/token-mark";
import { lastExchange } from "./last-exchange";
import { WireLines } from "./wire-lines";

/** The HTTP messages of the last sign-in or refresh, those between the servers included. */
export function Wire() {
  const log = useLab((lab) => lab.log);
  const lines = useMemo(
    () =>
      lastExchange(log.events).map(({ seq, tokens, ...line }) => ({
        ...line,
        key: seq,
        marks: tokens.map(({ kind, generation, role }) => (
          <TokenMark key={`${role}${kind}${generation}`} kind={kind} generation={generation} />
        )),
      })),
    [log],
  );
  return <WireLines label="What just went over the wire" lines={lines} />;
}
