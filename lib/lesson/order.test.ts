import { expect, it } from "vitest";
import { inOrder } from "./order.ts";

const lesson = (slug: string, order: number) => ({ meta: { slug, order } });

it("sorts by the order that the lessons declare", () => {
  expect(inOrder([lesson("b", 2), lesson("a", 0)]).map(({ meta }) => meta.slug)).toEqual(["a", "b"]);
});

it("refuses two lessons with one slug or one order", () => {
  expect(() => inOrder([lesson("a", 0), lesson("a", 1)])).toThrow("two lessons have the slug a");
  expect(() => inOrder([lesson("a", 0), lesson("b", 0)])).toThrow("two lessons have the order 0");
});
