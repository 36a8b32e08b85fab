import type { Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { missingPage, openPages, signedInPages } from "../fixtures/pages";
import { expect, test } from "../fixtures/test";
import { widths } from "../fixtures/themes";
import { seededUsers } from "../fixtures/users";

/** axe looks at every element of a long page four times. */
test.slow();

const narrow = { width: 360, height: 740 };

/** The faces of a reader for whom ours come too late (`font-display: optional`), or not at all. */
function useFallbackFaces(): void {
  for (const face of ["--font-hyperlegible", "--font-hyperlegible-mono"]) {
    document.documentElement.style.setProperty(face, "system-ui");
  }
}

async function expectAccessibleAtEveryWidth(page: Page): Promise<void> {
  for (const width of widths) {
    await test.step(`at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessibleInBothThemes(page);
    });
  }
}

test.describe("at 360 px and at 1440 px, in both themes", () => {
  test.use({ viewport: narrow });

  for (const address of openPages) {
    test(`${address} has nothing that axe finds, and does not scroll sideways, whatever the typeface`, async ({
      page,
      expectFailures,
    }) => {
      expectFailures(missingPage);
      await page.goto(address);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await overflow(), "at 360 px").toBeLessThanOrEqual(0);
      await expectAccessibleAtEveryWidth(page);
      await page.setViewportSize(narrow);
      await page.evaluate(useFallbackFaces);
      expect(await overflow(), "at 360 px, in the system's face").toBeLessThanOrEqual(0);
    });
  }

  test("the pages behind the sign-in have nothing that axe finds", async ({ page, visitor, lab }) => {
    expect(lab.id).toBeTruthy();
    await visitor.signInByRequest(seededUsers.ada);
    for (const address of signedInPages) {
      await page.goto(address);
      await expectAccessibleAtEveryWidth(page);
    }
  });
});
