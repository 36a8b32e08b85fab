"use client";

import { useEffect, useMemo, useState } from "react";
import * as z from "zod/mini";
import { asProblem } from "@/lib/lab/client/problem";
import { send } from "@/lib/lab/client/request";
import { labAnswerSchema } from "@/lib/lab/schemas";
import { type Ignored, type LinkParts, readLink } from "./link";
import { type LinkChange, type LinkChanges, linkChanges } from "./link-changes";
import type { SwitchableLesson } from "./switchable";

/**
 * The link that the page was opened with.
 * - `asked`: what it would change; nothing has been changed
 * - `applied`: what it has changed, at a press
 */
export type LinkNews = {
  state: "asked" | "applied";
  changes: readonly LinkChange[];
  /** What of the link was not taken. */
  ignored: readonly Ignored[];
  problem: string | null;
};

const ask: typeof fetch = (path, init) => fetch(path, init);

/** @throws LabProblem */
async function apply(settings: object, variants: object): Promise<void> {
  if (Object.keys(variants).length > 0) {
    await send(ask, { method: "PATCH", path: "/api/lab", body: { variants } }, labAnswerSchema);
  }
  if (Object.keys(settings).length > 0) {
    await send(ask, { method: "PATCH", path: "/mock-backend/lab/settings", body: settings }, z.unknown());
  }
}

type Applied = { before: LinkChanges["before"]; changes: readonly LinkChange[] };

/**
 * Reads the link that the page was opened with, and changes the lab when its owner says so, never by itself: a link
 * is anybody's to write. The address keeps it until then, and forgets it afterwards, so that a reload undoes nothing.
 *
 * @param present the lab's settings and variants as they are; null until they are known
 */
export function useOpenedLink(lessons: readonly SwitchableLesson[], present: LinkParts | null) {
  const [query, setQuery] = useState(() => window.location.search.slice(1));
  const [applied, setApplied] = useState<Applied | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const link = useMemo(() => (query === "" ? null : readLink(query, lessons)), [query, lessons]);
  const changes = link === null || present === null ? null : linkChanges(link, present, lessons);
  const isDone = applied === null && changes?.shown.length === 0 && link?.ignored.length === 0;

  const forget = () => {
    window.history.replaceState(null, "", window.location.pathname);
    setQuery("");
    setApplied(null);
    setProblem(null);
  };
  useEffect(() => {
    // A link that asks for nothing is not spoken of, and a later change of the lab is none of its business.
    if (isDone) forget();
  });

  /** @returns whether it worked */
  const trying = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      setProblem(null);
      return true;
    } catch (thrown) {
      setProblem(asProblem(thrown).message);
      return false;
    }
  };

  return {
    news: newsOf(),
    dismiss: forget,
    accept: () =>
      trying(async () => {
        if (changes === null) return;
        await apply(changes.settings, changes.variants);
        window.history.replaceState(null, "", window.location.pathname);
        setApplied({ before: changes.before, changes: changes.shown });
      }),
    /** Puts back what the link changed. What was changed since by hand stays. */
    undo: () =>
      trying(async () => {
        if (applied === null) return;
        await apply(applied.before.settings, applied.before.variants);
        forget();
      }),
  };

  function newsOf(): LinkNews | null {
    if (link === null || changes === null || isDone) return null;
    const { ignored } = link;
    if (applied !== null) return { state: "applied", changes: applied.changes, ignored, problem };
    return { state: "asked", changes: changes.shown, ignored, problem };
  }
}
