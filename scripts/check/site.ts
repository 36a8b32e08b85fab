import path from "node:path";
import { withServer } from "../background";
import { ensureBuild } from "../ensure-build";
import { Refusal } from "../fail";
import { ROOT } from "../next";
import { freePort } from "../port";

/**
 * Serves this very clone on a free port while it is used, built first when its sources have changed.
 *
 * @throws Refusal when it does not build
 */
export async function withOwnSite<T>(use: (url: string) => Promise<T>): Promise<T> {
  const failed = await ensureBuild();
  if (failed) throw new Refusal("The site does not build: what to put right is above.");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const args = ["--import", "tsx", path.join(ROOT, "scripts", "start.ts")];
  // A password's hash is slow on purpose: several at once on a busy machine outlast the app's own time-out.
  const env = { BACKEND_PASSWORD_COST: "tests", PORT: String(port), HOST: "", NEXTAUTH_URL: url };
  return withServer(args, env, url, () => use(url), { quiet: true });
}
