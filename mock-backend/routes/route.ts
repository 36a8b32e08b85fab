import type { Handler } from "hono";
import type { BackendEnv } from "../http/env.ts";

/** One route: what the 404 lists, and what answers. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Hono's pattern, `:name` for a segment. */
  readonly path: string;
  readonly does: string;
  readonly handler: Handler<BackendEnv>;
}
