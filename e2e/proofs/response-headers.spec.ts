import { expectToPassNginx } from "../fixtures/header-limits";
import { allLessons } from "../fixtures/lessons";
import { visitEveryDoor } from "../fixtures/plain-visit";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

/** Verifiers write no header of the app, and the last lesson's variants are choices among the others'. */
const cases = (await allLessons())
  .filter(({ slug }) => slug !== "access-token-anatomy" && slug !== "ship-it")
  .flatMap(({ slug, variants }) => variants.map(({ name }) => [slug, name] as const));

test("there are variants to ask", () => expect(cases.length).toBeGreaterThan(20));

for (const [lesson, variant] of cases) {
  test(`${lesson} ${variant}: each answer sets a cookie once, and its header passes through nginx`, async ({
    baseURL,
  }) => {
    expectToPassNginx(await visitEveryDoor(baseURL ?? "", { [lesson]: variant }));
  });
}

test("a refresh at the session endpoint is told once, and the browser is seen to hold what came of it", async ({
  visitor,
  lab,
}) => {
  await lab.chooseVariant("refresh-rotation", "in-proxy");
  await visitor.signInByRequest(seededUsers.grace);
  await lab.advance(16 * 60);
  const before = await lab.lastSeq();
  await visitor.session();
  const names = (await lab.events(before)).map(({ name }) => name);
  expect(names.filter((name) => name === "cookie.written")).toHaveLength(1);
  expect((await lab.state()).holders.browser).toMatchObject({ access: 2, refresh: 2 });
});
