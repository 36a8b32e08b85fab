import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { missingPage, openPages, signedInPages } from "../fixtures/pages";
import { expect, test } from "../fixtures/test";
import { widths } from "../fixtures/themes";
import { seededUsers } from "../fixtures/users";

for (const width of widths) {
  test.describe(`at ${width} px, in both themes`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const address of openPages) {
      test(`${address} has nothing that axe finds`, async ({ page, expectFailures }) => {
        expectFailures(missingPage);
        await page.goto(address);
        await expectAccessibleInBothThemes(page);
      });
    }

    test("the pages behind the sign-in have nothing that axe finds", async ({ page, visitor, lab }) => {
      expect(lab.id).toBeTruthy();
      await visitor.signInByRequest(seededUsers.ada);
      for (const address of signedInPages) {
        await page.goto(address);
        await expectAccessibleInBothThemes(page);
      }
    });
  });
}

/** The faces of a reader for whom ours come too late (`font-display: optional`), or not at all. */
function useFallbackFaces(): void {
  for (const face of ["--font-hyperlegible", "--font-hyperlegible-mono"]) {
    document.documentElement.style.setProperty(face, "system-ui");
  }
}

test.describe("at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const address of openPages) {
    test(`${address} does not scroll sideways, whatever the typeface`, async ({ page, expectFailures }) => {
      expectFailures(missingPage);
      await page.goto(address);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await overflow()).toBeLessThanOrEqual(0);
      await page.evaluate(useFallbackFaces);
      expect(await overflow(), "in the system's face").toBeLessThanOrEqual(0);
    });
  }
});
