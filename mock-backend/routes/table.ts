import { adminRoutes } from "./admin.ts";
import { labRoutes } from "./lab.ts";
import { labEventRoutes } from "./lab-events.ts";
import { loginRoutes } from "./login.ts";
import { logoutRoutes } from "./logout.ts";
import { metadataRoutes } from "./metadata.ts";
import { noteRoutes } from "./notes.ts";
import { refreshRoutes } from "./refresh.ts";
import type { Route } from "./route.ts";

/** Every route that this backend answers, in the order in which the 404 lists them. */
export const routes: readonly Route[] = [
  ...loginRoutes,
  ...refreshRoutes,
  ...logoutRoutes,
  ...noteRoutes,
  ...adminRoutes,
  ...metadataRoutes,
  ...labRoutes,
  ...labEventRoutes,
];
