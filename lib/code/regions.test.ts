import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RegionError, type RegionErrorCode, shownText } from "./regions.ts";

const file = "x.ts";

function codeOf(source: string, region?: string): RegionErrorCode | undefined {
  try {
    shownText(source, file, region);
    return undefined;
  } catch (error) {
    if (error instanceof RegionError) return error.code;
    throw error;
  }
}

describe("regions", () => {
  it("shows a region dedented, and the whole file, without the markers", () => {
    const source =
      "const a = 1;\nfunction f() {\n  // #region body\n  if (a) {\n\n    go();\n  }\n  // #endregion body\n}\n";
    expect(shownText(source, file, "body")).toBe("if (a) {\n\n  go();\n}");
    expect(shownText(source, file)).toBe("const a = 1;\nfunction f() {\n  if (a) {\n\n    go();\n  }\n}");
  });

  it("reads markers in JSX, CSS, HTML and shell comments", () => {
    for (const [start, end] of [
      ["{/* #region x */}", "{/* #endregion x */}"],
      ["/* #region x */", "/* #endregion */"],
      ["<!-- #region x -->", "<!-- #endregion x -->"],
      ["# #region x", "# #endregion x"],
      ["//#region x", "//#endregion"],
    ]) {
      expect(shownText(`${start}\nin\n${end}\nout`, file, "x")).toBe("in");
    }
  });

  it("nests: an outer region holds the inner one's lines and none of its markers", () => {
    const source = "// #region a\n1\n// #region b\n2\n// #endregion\n3\n// #endregion";
    expect(shownText(source, file, "a")).toBe("1\n2\n3");
    expect(shownText(source, file, "b")).toBe("2");
  });

  it("refuses what would show the wrong text", () => {
    expect(codeOf("a", "b")).toBe("missing_region");
    expect(codeOf("// #region a\n// #endregion\n// #region a\n// #endregion")).toBe("duplicate_region");
    expect(codeOf("// #region a\n// #region a\n// #endregion\n// #endregion")).toBe("duplicate_region");
    expect(codeOf("// #region a\n1")).toBe("unclosed_region");
    expect(codeOf("// #region a\n// #region b\n// #endregion a\n// #endregion")).toBe("unclosed_region");
    expect(codeOf("// #endregion a")).toBe("unopened_region");
    expect(codeOf("// #region\n// #endregion")).toBe("unnamed_region");
  });

  it("names the file and the regions it has", () => {
    expect(() => shownText("// #region a\n// #endregion", "variants/x.ts", "b")).toThrow(
      'variants/x.ts: no region "b" (it has: a)',
    );
  });

  const line = fc.string({ maxLength: 12 }).filter((text) => !/[\r\n#]/.test(text));
  const lines = fc.array(line, { minLength: 1, maxLength: 8 });

  it("keeps every line of a file, whatever surrounds the region", () => {
    fc.assert(
      fc.property(lines, lines, lines, (before, inside, after) => {
        const source = [...before, "// #region r", ...inside, "// #endregion r", ...after].join("\n");
        expect(shownText(`${source}\n`, file)).toBe([...before, ...inside, ...after].join("\n"));
        expect(shownText(`${source}\n`, file, "r").split("\n")).toHaveLength(inside.length);
      }),
    );
  });

  it("removes the shared indentation and nothing else", () => {
    fc.assert(
      fc.property(lines, fc.nat(6), (inside, depth) => {
        const flush = ["x", ...inside];
        const indented = flush.map((text) => " ".repeat(depth) + text);
        const source = ["// #region r", ...indented, "// #endregion"].join("\n");
        expect(shownText(source, file, "r")).toBe(
          flush
            .map((text, at) => (at > 0 && text.trim() === "" ? indented[at]?.slice(depth) : text))
            .join("\n"),
        );
      }),
    );
  });
});
