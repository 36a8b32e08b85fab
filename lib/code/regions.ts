/**
 * A lesson shows parts of real files. The file itself marks such a part:
 *
 *     // #region authorize
 *     …
 *     // #endregion authorize
 *
 * Markers stand on lines of their own, may nest, and are not shown. A wrong marker throws and so fails the build,
 * because a page must not show less or other code than what runs.
 */

export type RegionErrorCode =
  | "missing_region"
  | "duplicate_region"
  | "unnamed_region"
  | "unclosed_region"
  | "unopened_region";

export class RegionError extends Error {
  override readonly name = "RegionError";
  constructor(
    readonly code: RegionErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** `// #region x`, and the same in JSX, CSS, HTML and shell comments. */
const marker = /^\s*(?:\/\/|\{?\/\*|#|<!--)\s*#(region|endregion)(?:[ \t]+([^\s*]+))?\s*(?:\*\/\}?|-->)?\s*$/;

type MarkedLine = { text: string; kind: "code" | "region" | "endregion"; label: string | undefined };

function readLine(text: string): MarkedLine {
  const match = marker.exec(text);
  if (!match) return { text, kind: "code", label: undefined };
  return { text, kind: match[1] === "region" ? "region" : "endregion", label: match[2] };
}

function readLines(source: string): MarkedLine[] {
  return source.replaceAll("\r\n", "\n").replace(/\n$/, "").split("\n").map(readLine);
}

/** The indentation that all non-blank lines share. */
function sharedIndent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  let shared = indents[0] ?? "";
  for (const indent of indents) {
    while (!indent.startsWith(shared)) shared = shared.slice(0, -1);
  }
  return shared;
}

/** Lines `start` to `end` (exclusive) of the file without its markers, less `indent` columns each. */
export type Excerpt = { start: number; end: number; indent: number };
type Parsed = { lines: string[]; regions: Map<string, Excerpt> };

/**
 * Reads all regions of a file.
 *
 * @returns the file's lines without the markers, and where among them each region is
 * @throws RegionError for an unnamed, duplicate, unclosed or unopened region
 */
export function parseRegions(source: string, file: string): Parsed {
  const open: { name: string; start: number }[] = [];
  const regions = new Map<string, Excerpt>();
  const lines: string[] = [];
  const fail = (code: RegionErrorCode, what: string) => new RegionError(code, `${file}: ${what}`);

  for (const { text, kind, label } of readLines(source)) {
    if (kind === "code") {
      lines.push(text);
    } else if (kind === "region") {
      if (!label) throw fail("unnamed_region", "a #region has no name");
      if (regions.has(label) || open.some((region) => region.name === label)) {
        throw fail("duplicate_region", `region "${label}" occurs twice`);
      }
      open.push({ name: label, start: lines.length });
    } else {
      const region = open.pop();
      if (!region) throw fail("unopened_region", `#endregion ${label ?? ""} closes nothing`);
      if (label && label !== region.name) {
        throw fail("unclosed_region", `region "${region.name}" is still open at #endregion ${label}`);
      }
      const indent = sharedIndent(lines.slice(region.start)).length;
      regions.set(region.name, { start: region.start, end: lines.length, indent });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw fail("unclosed_region", `region "${unclosed.name}" is never closed`);
  return { lines, regions };
}

/**
 * Selects what a page shows of a file: one region, or the whole file.
 *
 * @returns the file's lines without its markers, and which of them to show
 * @throws RegionError when the region is missing, or any marker of the file is wrong
 */
export function excerptOf(source: string, file: string, region?: string): Excerpt & { lines: string[] } {
  const { lines, regions } = parseRegions(source, file);
  if (region === undefined) return { lines, start: 0, end: lines.length, indent: 0 };
  const excerpt = regions.get(region);
  if (!excerpt) {
    const known = [...regions.keys()].join(", ") || "none";
    throw new RegionError("missing_region", `${file}: no region "${region}" (it has: ${known})`);
  }
  return { lines, ...excerpt };
}

/**
 * The text that a page shows of a file, without a final newline.
 *
 * @throws RegionError when the region is missing, or any marker of the file is wrong
 */
export function shownText(source: string, file: string, region?: string): string {
  const { lines, start, end, indent } = excerptOf(source, file, region);
  return lines
    .slice(start, end)
    .map((line) => line.slice(Math.min(indent, /^[ \t]*/.exec(line)?.[0].length ?? 0)))
    .join("\n");
}
