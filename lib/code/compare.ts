import { diffArrays } from "diff";

export type ComparedLine = { kind: "same" | "removed" | "added"; at: number };
export type Hunk = { kind: "lines"; lines: ComparedLine[] } | { kind: "folded"; count: number };

/** Unchanged lines shown before and after a change. */
const context = 3;

/**
 * Compares two texts by line. `at` is the line's index in the text it comes from (`from` when removed, `to`
 * otherwise). Long unchanged stretches fold to their count.
 */
export function compare(from: string, to: string): Hunk[] {
  const lines: ComparedLine[] = [];
  let left = 0;
  let right = 0;
  for (const change of diffArrays(from.split("\n"), to.split("\n"))) {
    for (let each = 0; each < change.value.length; each++) {
      if (change.removed) lines.push({ kind: "removed", at: left++ });
      else if (change.added) lines.push({ kind: "added", at: right++ });
      else {
        lines.push({ kind: "same", at: right++ });
        left++;
      }
    }
  }
  return fold(lines);
}

/** Groups lines and folds those that are further than the context from any change, where that hides at least two. */
function fold(lines: readonly ComparedLine[]): Hunk[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some((line) => line.kind !== "same"),
  );
  const hunks: Hunk[] = [];
  for (let at = 0; at < lines.length; ) {
    const shown = near[at];
    let end = at;
    while (end < lines.length && near[end] === shown) end++;
    const stretch = lines.slice(at, end);
    const last = hunks.at(-1);
    if (!shown && stretch.length > 2) hunks.push({ kind: "folded", count: stretch.length });
    else if (last?.kind === "lines") last.lines.push(...stretch);
    else hunks.push({ kind: "lines", lines: [...stretch] });
    at = end;
  }
  return hunks;
}
