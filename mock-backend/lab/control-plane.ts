import type { MiddlewareHandler } from "hono";
import { readBody } from "../http/body.ts";
import type { BackendEnv, Services } from "../http/env.ts";
import { refuseUnknownRoute } from "../routes/unknown-route.ts";
import { findLab } from "./lab-id.ts";

/** Handles every call of the control plane: it needs a lab, and is never delayed, faulted or recorded. */
export function controlPlane(services: Services): MiddlewareHandler<BackendEnv> {
  return async (context, next) => {
    context.set("services", services);
    const header = context.req.header("x-lab");
    if (header === undefined) refuseUnknownRoute(context);
    context.set("lab", await findLab(services, header, false));
    context.set("body", await readBody(context.req.raw));
    await next();
  };
}
