import { lessonSource } from "../fixtures/lesson-source";
import { allLessons } from "../fixtures/lessons";
import { onDisk } from "../fixtures/shown-code";
import { expect, test } from "../fixtures/test";

const lessons = await allLessons();

test("/llms.txt leads to every lesson as a text", async ({ request }) => {
  const answer = await request.get("/llms.txt");
  expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const text = await answer.text();
  for (const { slug, title } of lessons) expect(text).toContain(`[${title}](/lessons/${slug}.md): `);
});

for (const { slug, title, variants, claims } of lessons) {
  test(`${slug}.md is the lesson in plain Markdown`, async ({ request }) => {
    const answer = await request.get(`/lessons/${slug}.md`);
    expect(answer.headers()["content-type"]).toBe("text/markdown; charset=utf-8");
    expect(answer.headers()).toMatchObject({ "x-content-type-options": "nosniff" });
    const text = await answer.text();
    expect(text).toMatch(new RegExp(`^# ${title}\n`));
    const prose = text.replace(/^( *)```[\s\S]*?^\1```$/gm, "").replace(/`[^`\n]*`/g, "");
    expect(prose, "no tag, expression or import is left").not.toMatch(
      /<\/?[A-Za-z]|^import |\{\s*[A-Za-z_(]|undefined/m,
    );
    expect(claims.length).toBeGreaterThan(0);
    for (const { check } of claims) expect(text).toContain(`check \`${check}\``);
    for (const { name } of variants) expect(text).toContain(`\`${name}\``);
  });

  test(`${slug}.md has every piece of code that the page shows`, async ({ request }) => {
    const html = await (await request.get(`/lessons/${slug}`)).text();
    const text = await (await request.get(`/lessons/${slug}.md`)).text();
    const shown = [...html.matchAll(/<code data-file="([^"]+)"(?: data-region="([^"]+)")?/g)];
    expect(shown).toHaveLength(lessonSource(slug).codes);
    for (const [, file = "", region] of shown) {
      expect(text, `${file} ${region ?? ""}`).toContain(`\n${onDisk(file, region ?? null).join("\n")}\n`);
    }
  });

  test(`${slug} says that it is there as a text`, async ({ request }) => {
    const html = await (await request.get(`/lessons/${slug}`)).text();
    expect(html).toMatch(new RegExp(`<link[^>]*rel="alternate"[^>]*href="/lessons/${slug}\\.md"`));
  });
}

test("a lesson that is not there is not there as a text either", async ({ request }) => {
  expect((await request.get("/lessons/nowhere.md")).status()).toBe(404);
});
