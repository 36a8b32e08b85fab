import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, request } from "@playwright/test";
import { execa } from "execa";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { Lab } from "../../e2e/fixtures/lab";
import { seededUsers } from "../../e2e/fixtures/users";
import { NEXT } from "../next";
import { freePort } from "../port";
import { applyEdit } from "./edits";
import { PROOF_DIR } from "./proof-site";
import { copySite } from "./site-copy";

mkdirSync(PROOF_DIR, { recursive: true });
/** A copy, so that nothing is left in the exercise itself. */
const SITE = mkdtempSync(path.join(PROOF_DIR, "dev-"));
const EXERCISE = path.join(SITE, "content/lessons/credentials-provider/exercise.ts");
/** Compiling for the first time is slow on a busy machine. */
const WAIT = { timeout: 100_000, interval: 500 };

let stop = async () => {};
afterEach(async () => {
  await stop();
  rmSync(SITE, { recursive: true, force: true });
});

/** `npm run dev` of the copy. @returns its origin */
async function startDev(): Promise<string> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let output = "";
  const server = execa(process.execPath, [NEXT, "dev", "--port", String(port), "--hostname", "localhost"], {
    cwd: SITE,
    env: {
      NODE_ENV: "development",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
      BACKEND_URL: "",
      PORT: String(port),
    },
    stdin: "ignore",
    all: true,
    reject: false,
  });
  stop = async () => {
    server.kill();
    await server;
  };
  server.all.on("data", (chunk) => {
    output += String(chunk);
  });
  const made = () => fetch(`${origin}/api/lab`, { method: "POST" });
  await vi
    .waitFor(async () => expect((await made()).status).toBe(200), WAIT)
    .catch((cause: unknown) => {
      throw new Error(`next dev did not make a lab. It said:\n${output}`, { cause });
    });
  return origin;
}

/** Posts what the sign-in form posts. @returns the error in the address that the browser is sent to */
async function refusedSignIn(browser: APIRequestContext): Promise<string | null> {
  const csrf = z.object({ csrfToken: z.string() });
  const { csrfToken } = csrf.parse(await (await browser.get("/api/auth/csrf")).json());
  const form = { email: seededUsers.ada.email, password: "not-her-password", csrfToken, json: "true" };
  const answer = await browser.post("/api/auth/callback/credentials", { form });
  const { url } = z.object({ url: z.string() }).parse(await answer.json());
  return new URL(url).searchParams.get("error");
}

test("an exercise that is edited under next dev runs at once in a lab that was there before", async () => {
  copySite(SITE);
  const browser = await request.newContext({ baseURL: await startDev() });
  const lab = await Lab.open(browser);
  await lab.chooseVariant("credentials-provider", "yours");
  expect(await refusedSignIn(browser)).toBe("Could not sign in ada@example.com");

  const find = "if (!response.ok) throw";
  const edit = { find, replace: `if (!response.ok) throw new Error("Refused");\n    ${find}` };
  writeFileSync(EXERCISE, applyEdit(readFileSync(EXERCISE, "utf8"), edit, EXERCISE));
  await vi.waitFor(async () => expect(await refusedSignIn(browser)).toBe("Refused"), WAIT);

  const refusals = (await lab.events()).filter(({ name }) => name === "sign-in.refused");
  expect(refusals.map(({ code }) => code)).toEqual(expect.arrayContaining(["Refused"]));
  await browser.dispose();
}, 240_000);
