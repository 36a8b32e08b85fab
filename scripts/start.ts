import { builtForAnother, ensureBuild } from "./ensure-build";
import { run } from "./fail";
import { next } from "./next";
import { assertHostOurs, assertPortFree } from "./port";
import { listenArguments, siteEnvironment } from "./site-environment";

/** Longer than a browser or a proxy keeps an idle connection: a server that closes first loses the request on its way. */
const KEEP_ALIVE_MS = "65000";

/** `npm start`: the built site, built first when it has to be. */
await run(async () => {
  const { environment, variables } = siteEnvironment("production");
  await assertHostOurs(environment.host, "npm start");
  await assertPortFree(environment.port, "npm start");
  const failed = await ensureBuild();
  if (failed) return failed;
  const other = environment.isPublic && builtForAnother(environment.siteUrl);
  if (other) {
    console.warn(
      `Link previews name ${other}, for which the site was built. \`npm run build\` makes them name ${environment.siteUrl.origin}.`,
    );
  }
  return next(["start", "--keepAliveTimeout", KEEP_ALIVE_MS, ...listenArguments(environment)], variables);
});
