import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { proofSchema } from "@/lib/lesson/proof";
import { BadInput } from "../fail";
import { ROOT } from "../next";
import { proofLessons } from "../prove/lessons";
import { mutatedFiles, originOf } from "../prove/mutate";
import { readLessonFiles } from "./lesson-files";
import { layLesson } from "./new-lesson";
import { brokenRules } from "./rules";

const OUTSIDE = ["content/lessons.ts", "content/lesson-pieces.ts", "content/instructors/proof.json"];
const text = (file: string) => readFileSync(path.join(root, file), "utf8");
let root = "";

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "silent-refresh-lesson-"));
  for (const file of OUTSIDE) cpSync(path.join(ROOT, file), path.join(root, file));
  cpSync(path.join(ROOT, "content/lessons/start"), path.join(root, "content/lessons/start"), {
    recursive: true,
  });
});
afterEach(() => rmSync(root, { recursive: true }));

it("lays a lesson that keeps the rules, with one line outside of its folder and its checks", async () => {
  const files = await layLesson(root, "laid-by-a-test");
  const lesson = await readLessonFiles(root, "laid-by-a-test");
  expect(brokenRules(lesson)).toEqual([]);
  expect(lesson.meta).toMatchObject({ title: "Laid by a test", order: 1 });
  expect(files.filter((file) => !file.startsWith("content/lessons/laid-by-a-test/"))).toEqual([
    "e2e/checks/laid-by-a-test.spec.ts",
    "content/lessons.ts",
    "content/instructors/proof.json",
  ]);
  const before = readFileSync(path.join(ROOT, "content/lessons.ts"), "utf8").split("\n");
  expect(
    text("content/lessons.ts")
      .split("\n")
      .filter((line) => !before.includes(line)),
  ).toEqual(['export { lesson as "laid-by-a-test" } from "./lessons/laid-by-a-test";']);
  for (const file of files) expect(text(file), file).not.toMatch(/new.lesson|order: 99/i);
});

it("lays a mutant that fits, and names it in the table of proofs", async () => {
  await layLesson(root, "laid-by-a-test");
  const { mutants } = await readLessonFiles(root, "laid-by-a-test");
  const lessons = await proofLessons();
  for (const mutant of mutants) {
    const origin = originOf(mutant, "laid-by-a-test", lessons);
    expect(mutatedFiles(mutant, origin, (file) => readFileSync(path.join(ROOT, file), "utf8")).size).toBe(1);
  }
  const proof = proofSchema.parse(JSON.parse(text("content/instructors/proof.json")));
  expect(proof.lessons.at(-1)).toMatchObject({
    lesson: "laid-by-a-test",
    checks: [
      { check: "session-has-a-name", outcomes: { site: "green", "laid-by-a-test-without-a-name": "red" } },
    ],
  });
});

it.each(["Remember me", "remember_me", "", "../up", "1st"])(
  "refuses the slug %j in one line",
  async (slug) => {
    await expect(layLesson(root, slug)).rejects.toThrow(
      new BadInput(`"${slug}" is no slug: write lower-case words with hyphens between, such as remember-me.`),
    );
  },
);

it("refuses a slug that is taken, and changes nothing", async () => {
  const before = OUTSIDE.map(text);
  await expect(layLesson(root, "start")).rejects.toThrow(
    "There is a lesson start already, in content/lessons/start: take another slug.",
  );
  expect(OUTSIDE.map(text)).toEqual(before);
  expect(existsSync(path.join(root, "e2e"))).toBe(false);
});
