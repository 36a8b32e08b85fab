"use client";

import { useEffect, useRef, useState } from "react";
import * as z from "zod/mini";
import { asProblem } from "@/lib/lab/client/problem";
import { send } from "@/lib/lab/client/request";
import { labAnswerSchema } from "@/lib/lab/schemas";
import { asText, type Ignored, type LinkParts, readLink } from "./link";
import type { SwitchableLesson } from "./switchable";

/** What an opened link changed in this lab, what it was before, and what of the link was not taken. */
export type AppliedLink = {
  changed: readonly { name: string; from: string; to: string }[];
  ignored: readonly Ignored[];
  problem: string | null;
  before: LinkParts;
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

/**
 * Applies the link that the page was opened with, once the lab is there, and says what it did. The address then
 * forgets it: a reload must not undo what was changed since.
 *
 * @param present the lab's settings and variants as they are; null until they are known
 */
export function useOpenedLink(lessons: readonly SwitchableLesson[], present: LinkParts | null) {
  const [applied, setApplied] = useState<AppliedLink | null>(null);
  const done = useRef(false);

  useEffect(() => {
    if (present === null || done.current) return;
    done.current = true;
    const query = window.location.search.slice(1);
    if (query === "") return;
    const link = readLink(query, lessons);
    const settings = different(present.settings, link.settings);
    const variants = different(present.variants, link.variants);
    const changed = [...changes(present.settings, settings), ...changes(present.variants, variants)];
    window.history.replaceState(null, "", window.location.pathname);
    const report = { changed, ignored: link.ignored, before: present };
    apply(settings, variants).then(
      () => setApplied({ ...report, problem: null }),
      (thrown: unknown) => setApplied({ ...report, changed: [], problem: asProblem(thrown).message }),
    );
  }, [lessons, present]);

  return {
    applied,
    dismiss: () => setApplied(null),
    /** Puts back what was there before the link. */
    undo: async () => {
      if (applied === null) return;
      try {
        await apply(applied.before.settings, applied.before.variants);
        setApplied(null);
      } catch (thrown) {
        setApplied({ ...applied, problem: asProblem(thrown).message });
      }
    },
  };
}

function different(present: object, wanted: object): object {
  const now = new Map(Object.entries(present));
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => now.get(name) !== value));
}

function changes(present: object, wanted: object): AppliedLink["changed"] {
  const now = new Map(Object.entries(present));
  return Object.entries(wanted).map(([name, to]) => ({ name, from: asText(now.get(name)), to: asText(to) }));
}
