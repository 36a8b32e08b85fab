import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { BadInput } from "../../fail";
import { readOrigin } from "../options";
import type { Target } from "../target";

/** A site to check, and the line of the file that names it. */
export type Student = Target & { line: number };

/** A line that cannot be checked, and what to do about it. */
export type Mistake = { line: number; name: string; problem: string };

export type Roster = { targets: Student[]; mistakes: Mistake[] };

type Line = { number: number; cells: string[] };

/** With `info`, each record comes with where it stood: the library's own types leave that out. */
const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/** A spreadsheet separates by what its country writes decimals with. */
const csv = { bom: true, trim: true, delimiter: [",", ";", "\t"], relax_column_count: true };

/**
 * Reads a class: a CSV file with the columns `name` and `url`, among others or alone. A line with a mistake does not keep
 * the others from being checked.
 *
 * @throws BadInput when the file cannot be read, lacks a column, or names nobody
 */
export function readRoster(file: string): Roster {
  return parseRoster(readText(file), file);
}

/** @param file its name, for the messages */
export function parseRoster(text: string, file: string): Roster {
  const { lines, mistakes } = linesOf(text, file);
  const [head, ...rows] = lines;
  const columns = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const [name, url] = [columns.indexOf("name"), columns.indexOf("url")];
  if (name < 0 || url < 0)
    throw new BadInput(`${file} must start with a line that names its columns: name,url`);
  const targets: Student[] = [];
  for (const { number, cells } of rows) {
    const own = { name: cells[name] ?? "", url: cells[url] ?? "" };
    const problem = problemWith(own, `${file} line ${number}`);
    if (problem !== null) mistakes.push({ line: number, name: own.name || `line ${number}`, problem });
    else targets.push({ line: number, name: own.name, url: new URL(own.url).origin });
  }
  if (targets.length + mistakes.length === 0) throw new BadInput(`${file} names nobody: a line is name,url`);
  return { targets, mistakes: mistakes.sort((one, other) => one.line - other.line) };
}

function problemWith({ name, url }: { name: string; url: string }, place: string): string | null {
  if (name === "") return `${place} has no name: a line is name,url.`;
  if (url === "") return `${place} has no url: a line is name,url.`;
  try {
    readOrigin(`${place}: the url`, url);
    return null;
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
}

/** The file's lines; where one breaks the format, each is read by itself, and only that one is lost. */
function linesOf(text: string, file: string): { lines: Line[]; mistakes: Mistake[] } {
  try {
    const records = recordsSchema.parse(parse(text, { ...csv, info: true, skip_empty_lines: true }));
    const lines = records.map(({ record, info }) => ({ number: info.lines, cells: record }));
    return { lines, mistakes: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  const lines: Line[] = [];
  const mistakes: Mistake[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    try {
      const [cells = []] = parse(line, csv);
      lines.push({ number: at + 1, cells });
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const problem = `${file} line ${at + 1} is not CSV: a " inside a cell is written "".`;
      mistakes.push({ line: at + 1, name: `line ${at + 1}`, problem });
    }
  }
  return { lines, mistakes };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new BadInput(`--roster ${file} cannot be read: name a CSV file with the columns name and url.`);
  }
}
