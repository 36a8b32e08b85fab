import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Language, languageOf } from "./grammar.ts";
import { highlight, highlightExcerpt } from "./highlight.ts";
import { shownText } from "./regions.ts";

function settings(text: string, language: Language = "typescript") {
  return Object.fromEntries(
    highlight(text, language)
      .flat()
      .map((piece) => [piece.text.trim(), piece.setting]),
  );
}

const textOf = (text: string, language: Language) =>
  highlight(text, language)
    .map((line) => line.map((piece) => piece.text).join(""))
    .join("\n");

describe("highlight", () => {
  it("sets keywords, strings, comments and definitions", () => {
    expect(settings('export async function jwt() { return "x"; } // why')).toMatchObject({
      "export async function": "keyword",
      jwt: "definition",
      return: "keyword",
      '"x"': "string",
      "// why": "comment",
    });
  });

  it("gives the names of tokens their token's colour, in every spelling, but not in comments", () => {
    expect(settings("a.accessToken = pair.refresh_token; // accessToken")).toMatchObject({
      accessToken: "access",
      refresh_token: "refresh",
      "// accessToken": "comment",
    });
  });

  it("leaves an expression in a template unset", () => {
    expect(settings(`\`a \${user.name} b\``)["user.name"]).toBeUndefined();
  });

  it("reads JSX, JSON and shell", () => {
    expect(settings("const a = <b>{c}</b>;", "tsx").const).toBe("keyword");
    expect(settings('{"access_token": 1}', "json").access_token).toBe("access");
    expect(settings("curl -i 'x' # why", "bash")["'x'"]).toBe("string");
  });

  it("never changes a text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "const a",
            " = ",
            '"',
            "`",
            "${",
            "}",
            "\n",
            "//",
            "/*",
            "\t",
            "accessToken",
            "é",
            "<",
          ),
        ),
        fc.constantFrom<Language>("typescript", "tsx", "json", "bash", "text"),
        (parts, language) => {
          expect(textOf(parts.join(""), language)).toBe(parts.join(""));
        },
      ),
    );
  });
});

describe("highlightExcerpt", () => {
  const joined = (lines: { text: string }[][]) =>
    lines.map((line) => line.map(({ text }) => text).join("")).join("\n");

  it("knows a method from its surroundings", () => {
    const source =
      "const a = {\n  // #region m\n  async jwt() {\n    return 1;\n  },\n  // #endregion m\n};\n";
    const lines = highlightExcerpt(source, "a.ts", "m");
    expect(joined(lines)).toBe("async jwt() {\n  return 1;\n},");
    expect(lines[0]).toContainEqual({ text: "async ", setting: "keyword" });
  });

  it("shows the same text as the region, whatever its white space", () => {
    const line = fc.constantFrom("", " ", "    ", "\t", "  a;", "    // b", "\tc();", "    `d", "  `");
    fc.assert(
      fc.property(fc.array(line), fc.array(line, { minLength: 1 }), (before, inside) => {
        const source = [...before, "// #region r", ...inside, "// #endregion r"].join("\n");
        for (const region of ["r", undefined]) {
          expect(joined(highlightExcerpt(source, "a.ts", region))).toBe(shownText(source, "a.ts", region));
        }
      }),
    );
  });
});

it("refuses an unknown language", () => {
  expect(() => languageOf("tpyescript")).toThrow('no grammar for "tpyescript"');
  expect(languageOf(undefined)).toBe("text");
});
