import { setTimeout as wait } from "node:timers/promises";
import type { Page, Request } from "@playwright/test";
import { press } from "./press";
import type { Profile } from "./profile";

const CAPTURE_MS = 10_000;

/** A request of the app's own page that would change something, as it left the browser and without its cookies. */
export type CapturedWrite = {
  kind: "Server Action" | "request";
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
};

/** A browser adds these itself; `Origin` is left out as a terminal leaves it out, which Next allows. */
const OWN = /^(:|cookie$|origin$|referer$|host$|content-length$|connection$|accept-encoding$|sec-|upgrade-)/;

/**
 * Presses the action's button and catches the request, with its id and arguments, before it leaves the browser.
 *
 * @throws Error when pressing sends no request that could change data
 */
export async function captureWrite(
  page: Page,
  action: NonNullable<Profile["action"]>,
  origin: string,
): Promise<CapturedWrite> {
  await page.goto(action.page);
  page.on("dialog", (dialog) => dialog.accept());
  const caught = new Promise<Request>((resolve) => {
    void page.route("**/*", (route) => {
      const sent = route.request();
      if (!isWrite(sent, origin)) return route.continue();
      resolve(sent);
      return route.abort();
    });
  });
  await press(page, action.press);
  const sent = await Promise.race([caught, wait(CAPTURE_MS, null, { ref: false })]);
  await page.unroute("**/*");
  if (sent === null) throw new Error(`Pressing "${action.press}" on ${action.page} sent nothing to the app.`);
  return written(sent);
}

function isWrite(sent: Request, origin: string): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(sent.method()) && new URL(sent.url()).origin === origin;
}

async function written(sent: Request): Promise<CapturedWrite> {
  const headers = Object.entries(await sent.allHeaders()).filter(([name]) => !OWN.test(name));
  const { pathname, search } = new URL(sent.url());
  const body = sent.postDataBuffer() ?? Buffer.alloc(0);
  const isAction = headers.some(([name]) => name === "next-action") || body.includes("$ACTION_");
  return {
    kind: isAction ? "Server Action" : "request",
    method: sent.method(),
    path: pathname + search,
    headers: Object.fromEntries(headers),
    body,
  };
}
