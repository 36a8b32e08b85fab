import "server-only";
import { environment } from "./env";

/**
 * Ends the process with one line when a setting is missing. An error would not: Next logs it and listens all the same,
 * and every visitor finds out.
 */
export function requireEnvironment(): void {
  try {
    environment();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
