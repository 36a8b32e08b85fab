import type { Context } from "hono";
import type { BackendEnv } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import { routes } from "./table.ts";

/** Throws when no route answers this method and path. */
export function refuseUnknownRoute(context: Context<BackendEnv>): void {
  const { method, path } = context.req;
  const methods = methodsOf(path);
  if (methods.length === 0) throw unknownRoute(method, path);
  if (methods.includes(method) || (method === "HEAD" && methods.includes("GET"))) return;
  throw new ApiError(405, "method_not_allowed", `This path answers ${methods.join(", ")}.`, {
    headers: { Allow: methods.join(", ") },
  });
}

function methodsOf(path: string): string[] {
  return routes.filter((route) => matches(route.path, path)).map((route) => route.method);
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split("/");
  const actual = path.split("/");
  return (
    expected.length === actual.length &&
    expected.every((segment, index) =>
      segment.startsWith(":") ? actual[index] !== "" : segment === actual[index],
    )
  );
}

/** A loud 404: a wrong path is the commonest mistake of a first curl. */
function unknownRoute(method: string, path: string): ApiError {
  const shown = path.length > 200 ? `${path.slice(0, 200)}…` : path;
  return new ApiError(404, "not_found", `There is no ${method} ${shown}.`, {
    extra: { routes: routes.map((route) => `${route.method} ${route.path}: ${route.does}`) },
  });
}
