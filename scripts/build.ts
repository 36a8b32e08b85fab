import { build, ensureBuild } from "./ensure-build";
import { run } from "./fail";

/** `npm run build`: always builds. With `--if-changed`, as `npm start` and the tests: only when sources have changed. */
await run(() => (process.argv.includes("--if-changed") ? ensureBuild() : build()));
