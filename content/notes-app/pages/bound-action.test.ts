import { expect, test } from "vitest";
import { BoundActions } from "./bound-action";

const one = async (id: string) => `one ${id}`;
const two = async (id: string) => `two ${id}`;
const bindTo = (id: string) => (action: typeof one) => action.bind(null, id);

test("the same row and action give the same reference", async () => {
  const actions = new BoundActions<() => Promise<string>>();
  const [row, other] = [{}, {}];
  const bound = actions.of(row, one, bindTo("a"));
  expect(actions.of(row, one, bindTo("a"))).toBe(bound);
  expect(actions.of(other, one, bindTo("a"))).not.toBe(bound);
  expect(await bound()).toBe("one a");
});

test("another action is bound anew", async () => {
  const actions = new BoundActions<() => Promise<string>>();
  const row = {};
  actions.of(row, one, bindTo("a"));
  expect(await actions.of(row, two, bindTo("a"))()).toBe("two a");
});
