import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlOf } from "./curl";

const shown = {
  url: "http://localhost:3000/notes",
  headers: [["Next-Action", "40ab"]] as const,
  cookies: "lab=1; session=2",
};

test("a line that a shell takes as it is", () => {
  expect(curlOf({ ...shown, body: `["it's"]` })).toBe(
    [
      "curl -i 'http://localhost:3000/notes'",
      "-H 'Next-Action: 40ab'",
      "-b 'lab=1; session=2'",
      `--data-binary '["it'\\''s"]'`,
    ].join(" \\\n  "),
  );
});

test("a form's fields are taken literally, whatever they begin with", () => {
  expect(curlOf({ ...shown, body: [["$ACTION_1:1", "@file"]] })).toContain(
    "--form-string '$ACTION_1:1=@file'",
  );
});

test("a long body is made in the shell, to the letter", () => {
  const body = JSON.stringify(["n".repeat(100_000)]);
  const line = curlOf({ ...shown, body });
  expect(line.length).toBeLessThan(500);
  const made = line.slice(0, line.indexOf("| curl"));
  expect(execFileSync("sh", ["-c", made], { encoding: "utf8" })).toBe(body);
});
