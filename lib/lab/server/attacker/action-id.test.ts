import { expect, test } from "vitest";
import { referencesIn } from "./action-id";

const id = (digit: string) => digit.repeat(42);

test("ids are read from a production chunk, in order", () => {
  const chunk = `let c=(0,t.createServerReference)("${id("4")}",t.callServer,void 0,t.findSourceMapURL,"deleteNote"),d=(0,t.createServerReference)("${id("6")}",t.callServer,void 0,t.findSourceMapURL,"setRole");`;
  expect(referencesIn(chunk)).toEqual([
    { id: id("4"), name: "deleteNote" },
    { id: id("6"), name: "setRole" },
  ]);
});

test("ids are read from a development chunk", () => {
  const chunk = `(0, __TURBOPACK__imported__module__["createServerReference"])("${id("4")}", __x__["callServer"], void 0, __x__["findSourceMapURL"], "deleteNote");`;
  expect(referencesIn(chunk)).toEqual([{ id: id("4"), name: "deleteNote" }]);
});

test("a script without any has none", () => {
  expect(referencesIn("createServerReference")).toEqual([]);
});
