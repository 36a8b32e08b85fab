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
 * The state of the link that opened the page.
 * - `asked`: the changes await the owner's consent
 * - `applied`: the changes have been made
 */
export type LinkNews = {
  state: "asked" | "applied";
  changes: readonly LinkChange[];
  /** The link's values that were ignored. */
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
 * Reads the link that opened the page. The lab changes only when its owner agrees, because anybody can write a link.
 * The address keeps the link until then and drops it afterwards, so that a reload undoes nothing.
 *
 * @param present the lab's current settings and variants; null until they are known
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
    // A link without differences needs no notice. Forgetting it keeps a later change of the lab from showing one.
    if (isDone) forget();
  });

  /**
   * Runs `work` and shows its problem. @returns whether it succeeded
   *
   * @returns whether it worked
   */
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
    /** Restores what the link changed. Later changes by hand stay. */
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
