"use client";

import { useCallback, useEffect, useState } from "react";
import { type Finder, INDEX_FILE, readIndex } from "@/lib/search/search-index";

/** Kept while the page is open, so that reopening the search needs no network. */
let known: Finder | undefined;

async function load(): Promise<Finder> {
  const answer = await fetch(INDEX_FILE);
  if (!answer.ok) throw new Error(`${INDEX_FILE} answers ${answer.status}`);
  known = readIndex(await answer.text());
  return known;
}

/** Loads the search index: `null` until it has arrived, `"failed"` if it did not. `retry` loads it again. */
export function useFinder(): { finder: Finder | "failed" | null; retry: () => void } {
  const [finder, setFinder] = useState<{ is: Finder | "failed" | null }>({ is: known ?? null });
  const retry = useCallback(() => {
    setFinder({ is: null });
    load().then(
      (is) => setFinder({ is }),
      () => setFinder({ is: "failed" }),
    );
  }, []);
  useEffect(() => {
    if (known === undefined) retry();
  }, [retry]);
  return { finder: finder.is, retry };
}
