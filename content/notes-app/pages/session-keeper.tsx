"use client";

import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";
import { type ReactNode, useLayoutEffect } from "react";
import { keepSession } from "./kept-session";

const POLL_SECONDS = 30;

/** NextAuth's provider. It polls the session, and keeps the last one while the app cannot be reached. */
export function SessionKeeper({ session, children }: { session: Session | null; children: ReactNode }) {
  // Before NextAuth's client asks for the first time, which it does in an effect.
  useLayoutEffect(() => keepSession(window, session), [session]);
  return (
    <SessionProvider session={session} refetchInterval={POLL_SECONDS}>
      {children}
    </SessionProvider>
  );
}
