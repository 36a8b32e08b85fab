import { compare } from "@/lib/code/compare";
import { highlightExcerpt } from "@/lib/code/highlight";
import { shownText } from "@/lib/code/regions";
import styles from "./code.module.css";
import { Pieces } from "./code-lines";
import { Frame, scrollable } from "./frame";

export type Side = { file: string; source: string };

export type CodeDiffProps = {
  from: Side;
  to: Side;
  /** Compares only the regions with this name. */
  region?: string;
  /** The names to show; by default the paths. */
  shown?: { from: string; to: string };
};

const lineElement = { removed: "del", added: "ins", same: "span" } as const;

/**
 * Shows the differences between two files, or between their regions of the same name.
 *
 * @throws RegionError for wrong markers, Error when there is no difference; both fail the build
 */
export function CodeDiff({ from, to, region, shown = { from: from.file, to: to.file } }: CodeDiffProps) {
  const before = shownText(from.source, from.file, region);
  const after = shownText(to.source, to.file, region);
  if (before === after)
    throw new Error(`${from.file} and ${to.file}: no difference${region ? ` in ${region}` : ""}`);
  const lines = {
    before: highlightExcerpt(from.source, from.file, region),
    after: highlightExcerpt(to.source, to.file, region),
  };

  return (
    <Frame
      title={
        <>
          <del>{shown.from}</del> <span className="visually-hidden">becomes</span>
          <span aria-hidden="true">→</span> <ins>{shown.to}</ins>
        </>
      }
      aside={region}
    >
      <pre
        className={`${styles.code} ${styles.diff}`}
        {...scrollable(`${shown.from} compared with ${shown.to}`)}
      >
        <code data-from-file={from.file} data-to-file={to.file} data-region={region}>
          {compare(before, after).map((hunk, at) => {
            const key = at.toString();
            if (hunk.kind === "folded") {
              return (
                <span key={key} className={styles.folded}>
                  {hunk.count} lines unchanged{"\n"}
                </span>
              );
            }
            return hunk.lines.map((line) => {
              const Line = lineElement[line.kind];
              return (
                <Line key={`${line.kind}${line.at}`}>
                  <Pieces pieces={lines[line.kind === "removed" ? "before" : "after"][line.at] ?? []} />
                  {"\n"}
                </Line>
              );
            });
          })}
        </code>
      </pre>
    </Frame>
  );
}
