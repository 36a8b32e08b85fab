import { setTimeout as wait } from "node:timers/promises";
import type { Locator, Page } from "@playwright/test";

const HYDRATION_MS = 5_000;
const POLL_MS = 50;

/** Presses a button or link, by the name that people see or by a CSS selector; the first, where there are several. */
export async function press(page: Page, target: string): Promise<void> {
  const found = await button(page, target);
  await hydrated(found);
  await found.click();
}

async function button(page: Page, target: string): Promise<Locator> {
  const named = page.getByRole("button", { name: target }).or(page.getByRole("link", { name: target }));
  const selected = page.locator(isSelector(target) ? target : "never-there");
  const found = named.or(selected).first();
  await found.waitFor({ timeout: HYDRATION_MS }).catch(() => {
    throw new Error(`${new URL(page.url()).pathname} has no button "${target}".`);
  });
  return found;
}

/** Names that people see hold no brackets, dots or hashes; selectors nearly always do. */
export function isSelector(target: string): boolean {
  return /^[#.[]|^[a-z]+[#.[:>]/.test(target);
}

/**
 * Waits until React has taken an element over: before that, a click submits a form that its script would have sent.
 * An element without a script of its own stays as it is, so this gives up after a while.
 */
export async function hydrated(locator: Locator): Promise<void> {
  const deadline = Date.now() + HYDRATION_MS;
  while (Date.now() < deadline) {
    const taken = await locator.evaluate((element) =>
      Object.keys(element).some((key) => key.startsWith("__react")),
    );
    if (taken || !(await hasScripts(locator))) return;
    await wait(POLL_MS);
  }
}

async function hasScripts(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.ownerDocument.querySelector("script[src]") !== null);
}
