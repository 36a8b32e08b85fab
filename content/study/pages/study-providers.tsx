"use client";

import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";
import type { ReactNode } from "react";

const POLL_SECONDS = 30;

export function StudyProviders({ session, children }: { session: Session | null; children: ReactNode }) {
  return (
    <SessionProvider session={session} refetchInterval={POLL_SECONDS}>
      {children}
    </SessionProvider>
  );
}
