import type { Page, Response } from "@playwright/test";

const SETTLE_MS = 5_000;
const ATTEMPTS = 3;

/**
 * Opens a page of the app. When the page that is open navigates by itself at that moment, this waits for that navigation
 * first.
 *
 * @throws Error when the page navigates by itself again and again
 */
export async function go(
  page: Pick<Page, "goto" | "waitForLoadState">,
  path: string,
): Promise<Response | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await page.goto(path);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes("interrupted by another navigation"))
        throw error;
      await settled(page);
    }
  }
  throw new Error(`${path} could not be opened: the app's pages go elsewhere by themselves again and again.`);
}

/** Waits until the page is loaded, but not for ever: a page that never ends loading can be left, too. */
export async function settled(page: Pick<Page, "waitForLoadState">): Promise<void> {
  await page.waitForLoadState("load", { timeout: SETTLE_MS }).catch(() => {});
}
