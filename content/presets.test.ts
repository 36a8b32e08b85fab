import { expect, test } from "vitest";
import { expandPreset, presetNames, unknownPreset, withPreset } from "./presets";
import { completeChoice, unknownVariant } from "./variants";

test.each(presetNames)("%s names variants that there are", (name) => {
  expect(unknownPreset({ "ship-it": name })).toBeNull();
  expect(unknownVariant(expandPreset({ "ship-it": name }))).toBeNull();
});

test.each(presetNames)("%s says of every lesson what runs", (name) => {
  expect(Object.keys(expandPreset({ "ship-it": name })).sort()).toEqual(
    Object.keys(completeChoice({})).sort(),
  );
});

test.each(presetNames)("a lab that runs what %s stands for says so, however it came about", (name) => {
  const choice = completeChoice(expandPreset({ "ship-it": name }));
  expect(choice).not.toHaveProperty("ship-it");
  expect(withPreset(choice)["ship-it"]).toBe(name);
});

test("a lab that runs none of the presets names none", () => {
  const choice = completeChoice({ ...expandPreset({ "ship-it": "ready" }), "refresh-rotation": "none" });
  expect(withPreset(choice)).not.toHaveProperty("ship-it");
});

test("what is named beside a preset counts more, and an unknown preset is named", () => {
  expect(expandPreset({ "refresh-rotation": "none", "ship-it": "ready" })).toMatchObject({
    "refresh-rotation": "none",
    "credentials-provider": "server-side",
  });
  expect(unknownPreset({ "ship-it": "nope" })).toEqual({ lesson: "ship-it", variant: "nope" });
});
