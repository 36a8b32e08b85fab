import { expect, it } from "vitest";
import { nearest } from "./nearest-word.ts";

it("suggests what is close, and nothing when nothing is", () => {
  const slugs = ["start", "credentials-provider", "refresh-rotation"];
  expect(nearest("credential-provider", slugs)).toBe("credentials-provider");
  expect(nearest("Refresh-Token-Rotation", slugs)).toBe("refresh-rotation");
  expect(nearest("pricing", slugs)).toBeUndefined();
});
