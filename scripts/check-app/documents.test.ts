import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../next";
import { checks } from "./checks/all";
import { parseProfile } from "./profile";

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const page = read("content/your-app/your-app.mdx");

/** As `rehype-slug` makes them of a heading without punctuation but its own. */
function anchorsOf(slug: string): string[] {
  const headings = read(`content/lessons/${slug}/lesson.mdx`).matchAll(/^#{2,3} (.+)$/gm);
  return [...headings].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}

test.each(checks.map((check) => [check.id, check] as const))(
  "%s is explained where it says",
  (_id, { section }) => {
    expect(anchorsOf(section.slug)).toContain(section.anchor);
  },
);

test("the page lists every check, with its link, in the command's order", () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \|.*\((\/lessons\/\S+)\) \|$/gm)].map(([, id, link]) => ({
    id,
    link,
  }));
  expect(rows).toEqual(
    checks.map(({ id, section }) => ({ id, link: `/lessons/${section.slug}#${section.anchor}` })),
  );
});

test.each(["content/your-app/your-app.mdx", "README.md"])("the profile in %s is one", (file) => {
  const [, profile = ""] = /```json\n(\{\n {2}"signIn"[\s\S]*?)```/.exec(read(file)) ?? [];
  expect(parseProfile(profile, file).protected.shows).not.toBe("");
});

test.each(["right", "usual-recipe"])("the profile of the app %s is one", (app) => {
  const file = `e2e/fixtures-apps/${app}/check-app.json`;
  expect(parseProfile(read(file), file).action?.changes).toBe("notes");
});
