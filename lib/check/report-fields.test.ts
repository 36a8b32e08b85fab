import { expect, it } from "vitest";
import { reportFields, reportJsonSchema } from "./report-fields";

it("names every field of the report, with its type", () => {
  const fields = new Map(reportFields().map(({ path, type }) => [path, type]));
  expect(fields.get("version")).toBe("1");
  expect(fields.get("targets[].name")).toBe("string or null");
  expect(fields.get("targets[].results[].status")).toBe("pass, fail, error, skipped");
  expect(fields.get("targets[].results[].timeline[].at")).toBe("number");
});

it("is a JSON Schema that wants every field that is always there", () => {
  expect(reportJsonSchema()).toMatchObject({
    $schema: expect.stringContaining("2020-12"),
    required: ["version", "startedAt", "durationMs", "targets"],
  });
});
