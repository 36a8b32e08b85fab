import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { MINIMUM_SECRET_LENGTH } from "@/lib/env";

/**
 * NextAuth's secret for local use: random, and kept in a file that git ignores and only its owner may read, so that a
 * restart does not sign everybody out.
 *
 * @param directory where the file is kept; made when missing
 */
export function localSecret(directory: string): string {
  const file = path.join(directory, "nextauth-secret");
  return read(file) ?? create(directory, file);
}

function read(file: string): string | undefined {
  try {
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length < MINIMUM_SECRET_LENGTH) return undefined;
    chmodSync(file, 0o600);
    return secret;
  } catch {
    return undefined;
  }
}

function create(directory: string, file: string): string {
  const secret = randomBytes(32).toString("base64url");
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${secret}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.warn(`The local secret could not be kept, so a restart signs everybody out: ${reason}`);
  }
  return secret;
}
