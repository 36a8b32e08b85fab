import { expect, it } from "vitest";
import { reportFields, reportJsonSchema } from "./report-fields";

it("names every object of the report and its fields, with their types", () => {
  const groups = new Map(
    reportFields().map(({ path, fields }) => [path, new Map(fields.map(({ name, type }) => [name, type]))]),
  );
  expect([...groups.keys()]).toEqual([
    "",
    "targets[]",
    "targets[].results[]",
    "targets[].results[].timeline[]",
  ]);
  expect(groups.get("")?.get("version")).toBe("1");
  expect(groups.get("targets[]")?.get("name")).toBe("string or null");
  expect(groups.get("targets[].results[]")?.get("status")).toBe("pass, fail, error, skipped");
  expect(groups.get("targets[].results[].timeline[]")?.get("at")).toBe("number");
});

it("says what every field means", () => {
  const silent = reportFields().flatMap(({ fields }) =>
    fields.filter(({ description }) => description === ""),
  );
  expect(silent).toEqual([]);
});

it("is a JSON Schema that wants every field that is always there", () => {
  expect(reportJsonSchema()).toMatchObject({
    $schema: expect.stringContaining("2020-12"),
    required: ["version", "startedAt", "durationMs", "targets"],
  });
});
