import { allLessons } from "../fixtures/lessons";
import { visitEveryDoor } from "../fixtures/plain-visit";
import { expect, test } from "../fixtures/test";

/** What nginx keeps for the header of an answer, unless it is told otherwise: a longer one becomes a 502. */
const NGINX_HEADER_BYTES = 4096;

/** Verifiers write no header of the app, and the last lesson's variants are choices among the others'. */
const cases = (await allLessons())
  .filter(({ slug }) => slug !== "access-token-anatomy" && slug !== "ship-it")
  .flatMap(({ slug, variants }) => variants.map(({ name }) => [slug, name] as const));

test("there are variants to ask", () => expect(cases.length).toBeGreaterThan(20));

for (const [lesson, variant] of cases) {
  test(`${lesson} ${variant}: each answer sets a cookie once, and its header passes through nginx`, async ({
    baseURL,
  }) => {
    const answers = await visitEveryDoor(baseURL ?? "", { [lesson]: variant });
    const written = answers.filter(({ cookieNames }) =>
      cookieNames.some((name) => /session-token/.test(name)),
    );
    expect(written.length, "answers that write the session cookie").toBeGreaterThan(10);
    for (const { to, cookieNames, headerBytes } of answers) {
      expect(new Set(cookieNames).size, `${to} sets ${cookieNames}`).toBe(cookieNames.length);
      expect(headerBytes, `${to}: bytes of header`).toBeLessThan(NGINX_HEADER_BYTES);
    }
  });
}
