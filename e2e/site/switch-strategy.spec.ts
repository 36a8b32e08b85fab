import meta from "@/content/lessons/refresh-rotation/meta";
import { StudyApp } from "../fixtures/app";
import { Tab } from "../fixtures/tab";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const names = meta.variants.map(({ name }) => name);

for (const from of names) {
  test(`a session that began under ${from} goes on under every other strategy`, async ({
    page,
    lab,
    expectFailures,
  }) => {
    await lab.chooseVariant(meta.slug, from);
    await new StudyApp(page, expectFailures).signInByRequest(seededUsers.ada);
    const tab = await Tab.of(page);
    for (const to of names.filter((name) => name !== from)) {
      await lab.chooseVariant(meta.slug, to);
      expect(await tab.open(), `from ${from} to ${to}, a page shows`).toBe("the notes");
      await lab.chooseVariant(meta.slug, from);
      expect(await tab.open(), `from ${to} back to ${from}, a page shows`).toBe("the notes");
    }
    const { families } = await lab.state();
    expect(families, "one sign-in, and the backend still honours it").toMatchObject([{ status: "active" }]);
  });
}
