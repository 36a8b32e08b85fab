import type { Handler } from "hono";
import type { BackendEnv } from "../http/env.ts";

/** One route: its line in the 404's list, and its handler. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Hono's pattern, `:name` for a segment. */
  readonly path: string;
  readonly does: string;
  readonly handler: Handler<BackendEnv>;
}
