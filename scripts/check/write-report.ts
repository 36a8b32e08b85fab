import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REPORT_VERSION, type Report, reportSchema, type TargetReport } from "@/lib/check/report";
import { BadInput } from "../fail";

/** The report of a run that began at an instant and ends now. Its schema drops what is not part of it. */
export function reportOf(targets: readonly TargetReport[], startedAt: Date): Report {
  return reportSchema.parse({
    version: REPORT_VERSION,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    targets,
  });
}

/** Writes a file, and the folders that lead to it. */
export function writeOut(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** @throws BadInput when a file is asked for where a folder is: better said before a long run than after */
export function assertFile(flag: string, file: string | null): void {
  if (file !== null && existsSync(file) && statSync(file).isDirectory()) {
    throw new BadInput(`${flag} names a folder, ${file}: name a file in it.`);
  }
}
