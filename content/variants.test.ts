import { expect, test } from "vitest";
import { asPosted } from "@/content/lessons/credentials-provider/variants/as-posted";
import { chosenPieces, completeChoice, unknownVariant } from "./variants";

test("until a lab chooses, the variant that holds runs", () => {
  expect(completeChoice({})["credentials-provider"]).toBe("server-side");
});

test("a choice picks the implementation", () => {
  expect(chosenPieces({ "credentials-provider": "as-posted" }).credentials).toBe(asPosted);
});

test("an unknown variant is named, and never runs", () => {
  expect(unknownVariant({ "credentials-provider": "nope" })).toEqual({
    lesson: "credentials-provider",
    variant: "nope",
  });
  expect(unknownVariant({ nope: "as-posted" })).toEqual({ lesson: "nope", variant: "as-posted" });
  expect(completeChoice({ "credentials-provider": "nope", constructor: "x" })["credentials-provider"]).toBe(
    "server-side",
  );
  expect(unknownVariant({ constructor: "name" })).not.toBeNull();
});
