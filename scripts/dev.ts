import { run } from "./fail";
import { next } from "./next";
import { assertHostOurs, assertPortFree } from "./port";
import { listenArguments, siteEnvironment } from "./site-environment";

/** `npm run dev`: the site with hot reload, for its authors. */
await run(async () => {
  const { environment, variables } = siteEnvironment("development");
  await assertHostOurs(environment.host, "npm run dev");
  await assertPortFree(environment.port, "npm run dev");
  return next(["dev", ...listenArguments(environment)], variables);
});
