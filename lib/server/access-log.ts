import type { IncomingMessage, ServerResponse } from "node:http";

/** Longer than any name in an address of this site; a lab's id has 32 characters, and a token more. */
const LONGEST_SEGMENT = 30;

/** One line of the log. */
export type LogLine = {
  time: string;
  client: string;
  method: string;
  /** Without its query, which may hold a token; a part that is as long as a token is left out. */
  path: string;
  /** 499, as nginx has it: the client went away before the answer was whole. */
  status: number;
  durationMs: number;
};

/**
 * Writes a line once the answer has been sent, or the client has gone.
 *
 * @param client the client's address
 * @param write takes the line, as JSON without a line break
 */
export function logRequest(
  request: IncomingMessage,
  response: ServerResponse,
  client: string,
  write: (line: string) => void,
): void {
  const startedAt = performance.now();
  const { method = "", url = "" } = request;
  response.once("close", () => {
    const line: LogLine = {
      time: new Date().toISOString(),
      client,
      method,
      path: loggedPath(url),
      status: response.writableFinished ? response.statusCode : 499,
      durationMs: Math.round(performance.now() - startedAt),
    };
    write(JSON.stringify(line));
  });
}

/** @param target the request line's target */
export function loggedPath(target: string): string {
  const path = target.split(/[?#]/, 1)[0] ?? "";
  return path
    .split("/")
    .map((segment) => (segment.length > LONGEST_SEGMENT ? "…" : segment))
    .join("/");
}
