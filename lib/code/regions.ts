/**
 * A lesson shows parts of real files. A part is marked in the file itself:
 *
 *     // #region authorize
 *     …
 *     // #endregion authorize
 *
 * Markers take a line of their own, may nest, and are never shown. Anything wrong with them throws, and so
 * fails the build: a page cannot show less, or other, than what runs.
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

type Line = { text: string; kind: "code" | "region" | "endregion"; label: string | undefined };

function readLine(text: string): Line {
  const match = marker.exec(text);
  if (!match) return { text, kind: "code", label: undefined };
  return { text, kind: match[1] === "region" ? "region" : "endregion", label: match[2] };
}

function readLines(source: string): Line[] {
  return source.replaceAll("\r\n", "\n").replace(/\n$/, "").split("\n").map(readLine);
}

/** Removes the indentation that all non-blank lines share. */
function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  let shared = indents[0] ?? "";
  for (const indent of indents) {
    while (!indent.startsWith(shared)) shared = shared.slice(0, -1);
  }
  return lines
    .map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line.trimStart()))
    .join("\n");
}

type Parsed = { whole: string; regions: Map<string, string> };

/**
 * Reads all regions of a file.
 *
 * @returns the whole file without its markers, and the dedented text of each region; no final newline
 * @throws RegionError for an unnamed, duplicate, unclosed or unopened region
 */
export function parseRegions(source: string, file: string): Parsed {
  const open: { name: string; lines: string[] }[] = [];
  const regions = new Map<string, string>();
  const whole: string[] = [];
  const fail = (code: RegionErrorCode, what: string) => new RegionError(code, `${file}: ${what}`);

  for (const { text, kind, label } of readLines(source)) {
    if (kind === "code") {
      whole.push(text);
      for (const region of open) region.lines.push(text);
    } else if (kind === "region") {
      if (!label) throw fail("unnamed_region", "a #region has no name");
      if (regions.has(label) || open.some((region) => region.name === label)) {
        throw fail("duplicate_region", `region "${label}" occurs twice`);
      }
      open.push({ name: label, lines: [] });
    } else {
      const region = open.pop();
      if (!region) throw fail("unopened_region", `#endregion ${label ?? ""} closes nothing`);
      if (label && label !== region.name) {
        throw fail("unclosed_region", `region "${region.name}" is still open at #endregion ${label}`);
      }
      regions.set(region.name, dedent(region.lines));
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw fail("unclosed_region", `region "${unclosed.name}" is never closed`);
  return { whole: whole.join("\n"), regions };
}

/**
 * The text that a page shows of a file: one region, or all of it.
 *
 * @throws RegionError when the region is missing, or any marker of the file is wrong
 */
export function shownText(source: string, file: string, region?: string): string {
  const { whole, regions } = parseRegions(source, file);
  if (region === undefined) return whole;
  const text = regions.get(region);
  if (text === undefined) {
    const known = [...regions.keys()].join(", ") || "none";
    throw new RegionError("missing_region", `${file}: no region "${region}" (it has: ${known})`);
  }
  return text;
}
