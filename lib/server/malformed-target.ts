/** Answers 400 and says why; see `app/malformed`. */
export const MALFORMED_PATH = "/malformed";

/**
 * Where Next is sent instead, for a target that names nothing: a path that is no UTF-8 once decoded (RFC 3986 §2.5) makes
 * Next throw, and answer 500 for the caller's mistake.
 *
 * @param target the request line's target
 * @returns the target itself when its path can be decoded
 */
export function routedTarget(target: string): string {
  try {
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? "");
    // No file and no route has a NUL in its name, and the file system throws on one.
    return path.includes("\0") ? MALFORMED_PATH : target;
  } catch {
    return MALFORMED_PATH;
  }
}
