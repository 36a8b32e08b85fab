import { expect, test } from "../fixtures/test";

test("on paper a lesson has its answers and the addresses of its sources, and neither lab nor bars", async ({
  page,
}) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto("/lessons/credentials-provider");
  for (const gone of ["#lab", "header:has(nav)", "footer", "[data-copy]", "dialog"]) {
    for (const element of await page.locator(gone).all()) await expect(element, gone).toBeHidden();
  }
  await expect(page.locator("[data-prediction] + details p").first()).toBeVisible();

  const look = await page.evaluate(() => {
    const source = document.querySelector('main a[href^="https://www.rfc-editor.org"]');
    const code = document.querySelector("main pre");
    return {
      address: source && getComputedStyle(source, "::after").content,
      wraps: code && getComputedStyle(code).whiteSpace,
      paper: getComputedStyle(document.documentElement).colorScheme,
    };
  });
  expect(look).toEqual({
    address: expect.stringContaining("https://www.rfc-editor.org/rfc/"),
    wraps: "pre-wrap",
    paper: "light",
  });
});
