import { expect, test } from "vitest";
import type { Visitor } from "./visitor";
import { whole } from "./whole";

class OpensOnly implements Partial<Visitor> {
  private seen = "the notes";

  async open(): Promise<string> {
    return this.seen;
  }
}

test("what a driver has is played, and what it lacks is named", async () => {
  const visitor = await Promise.resolve(whole<Visitor>(new OpensOnly()));
  expect(await visitor.open()).toBe("the notes");
  expect(() => visitor.askTwice()).toThrow("This driver cannot askTwice");
});
