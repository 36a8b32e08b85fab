import { describe, expect, test } from "vitest";
import { clientEnvironmentSchema, readEnvironment } from "./environment.ts";

describe("BACKEND_MEMORY_MB", () => {
  const read = (value: string) => readEnvironment(clientEnvironmentSchema, { BACKEND_MEMORY_MB: value });

  test("is 256 without a word", () => {
    expect(readEnvironment(clientEnvironmentSchema, {}).BACKEND_MEMORY_MB).toBe(256);
    expect(read("").BACKEND_MEMORY_MB).toBe(256);
  });

  test.each(["8", "512", "65536"])("%s is taken", (value) => {
    expect(read(value).BACKEND_MEMORY_MB).toBe(Number(value));
  });

  test.each(["7", "65537", "-8", "12.5", "256MB", "1e3", " 64", "0x40"])(
    "%s is refused in one line",
    (value) => {
      expect(() => read(value)).toThrow(
        /^BACKEND_MEMORY_MB: must be a whole number of megabytes from 8 to 65536, such as 256$/,
      );
    },
  );
});
