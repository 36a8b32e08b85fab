import { expect, test } from "vitest";
import { inspectorLink, labTokenLink, readInspectorLink } from "./inspector-link.ts";

const hashOf = (link: string) => new URL(link, "http://localhost").hash;

test.each(["eyJ.a.b", "with space & = # + %", "…"])("a token arrives as it was given: %s", (token) => {
  expect(readInspectorLink(hashOf(inspectorLink(token, "real")))).toEqual({ token, clock: "real" });
  expect(readInspectorLink(hashOf(inspectorLink(token, "lab")))).toEqual({ token, clock: "lab" });
});

test.each(["session", "access", "refresh"] as const)(
  "the lab's own token is named, and not in the address: %s",
  (kind) => {
    expect(readInspectorLink(hashOf(labTokenLink(kind)))).toEqual({ labToken: kind });
  },
);

test.each(["", "#", "#verified", "#lab-token=other", "#clock=lab"])("%s brings nothing", (hash) => {
  expect(readInspectorLink(hash)).toBeNull();
});

test("a link without a clock is of real time", () => {
  expect(readInspectorLink("#token=a.b.c")).toEqual({ token: "a.b.c", clock: "real" });
});
