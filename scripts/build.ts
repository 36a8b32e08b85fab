import { build } from "./ensure-build";
import { run } from "./fail";

/** `npm run build`: always builds; `npm start` and the tests build only what has changed. */
await run(() => build());
