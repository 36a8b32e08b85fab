"use client";

import { type ReactNode, useMemo } from "react";
import { NotesClientContext } from "@/content/notes-app/pages/chosen-pieces";
import type { NotesClient } from "@/content/notes-app/pieces";

type Loader = () => Promise<{ client: NotesClient }>;

/** Loads a variant's script, once the lab has chosen the variant. */
const loaders: Record<string, Loader> = {
  "token-on-session": () =>
    import("@/content/lessons/tokens-and-the-browser/variants/token-on-session-client"),
  "token-from-route": () =>
    import("@/content/lessons/tokens-and-the-browser/variants/token-from-route-client"),
  "open-proxy": () => import("@/content/lessons/tokens-and-the-browser/variants/open-proxy-client"),
  bff: () => import("@/content/lessons/tokens-and-the-browser/variants/bff-client"),
};

/** The script of the exercise, of its solution and of its mutants: it uses the route that the app has. */
const discovering: Loader = () => import("@/content/lessons/tokens-and-the-browser/yours-client");

/** Gives the page the script of the chosen variant of lesson 5. */
export function ChosenNotesClient({ variant, children }: { variant: string; children: ReactNode }) {
  const load = useMemo(() => {
    return async () => (await (loaders[variant] ?? discovering)()).client;
  }, [variant]);
  return <NotesClientContext value={load}>{children}</NotesClientContext>;
}
