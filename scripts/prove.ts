import { run } from "./fail";
import { proofs, runSteps } from "./run-steps";

/** `npm run prove` */
await run(() => runSteps(proofs));
