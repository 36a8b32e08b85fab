import meta from "@/content/lessons/refresh-rotation/meta";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const names = meta.variants.map(({ name }) => name);

for (const from of names) {
  test(`a session that began under ${from} goes on under every other strategy`, async ({ visitor, lab }) => {
    await lab.chooseVariant(meta.slug, from);
    await visitor.signInByRequest(seededUsers.ada);
    for (const to of names.filter((name) => name !== from)) {
      await lab.chooseVariant(meta.slug, to);
      expect(await visitor.open(), `from ${from} to ${to}, a page shows`).toBe("the notes");
      await lab.chooseVariant(meta.slug, from);
      expect(await visitor.open(), `from ${to} back to ${from}, a page shows`).toBe("the notes");
    }
    const { families } = await lab.state();
    expect(families, "one sign-in, and the backend still honours it").toMatchObject([{ status: "active" }]);
  });
}
