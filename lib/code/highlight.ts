import { createHighlighterCoreSync, type HighlighterCore, type ThemeRegistrationRaw } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { grammars, type Language, languageOf } from "./grammar.ts";
import { excerptOf } from "./regions.ts";

/** The typographic style of a piece of code. Colour marks tokens only, so syntax is shown by weight and shade. */
export type Setting = "comment" | "string" | "keyword" | "definition" | "access" | "refresh" | "session";
export type Piece = { text: string; setting: Setting | undefined };

const comment = "#000001";
const string = "#000002";
const keyword = "#000003";
const definition = "#000004";
const plain = "#000000";
const settingOf: Record<string, Setting> = {
  [comment]: "comment",
  [string]: "string",
  [keyword]: "keyword",
  [definition]: "definition",
};

/** A theme whose colours are names. Each becomes a class, and the stylesheet chooses its colour in both modes. */
const theme: ThemeRegistrationRaw = {
  name: "settings",
  fg: plain,
  bg: "#ffffff",
  settings: [
    { scope: ["comment", "punctuation.definition.comment"], settings: { foreground: comment } },
    { scope: ["string"], settings: { foreground: string } },
    {
      scope: ["meta.template.expression", "meta.embedded", "string.unquoted"],
      settings: { foreground: plain },
    },
    {
      scope: ["keyword.control", "keyword.operator.new", "keyword.operator.expression", "storage"],
      settings: { foreground: keyword },
    },
    { scope: ["storage.type.function.arrow"], settings: { foreground: plain } },
    {
      scope: [
        "meta.definition.function entity.name.function",
        "meta.definition.method entity.name.function",
        "meta.definition.variable entity.name.function",
      ],
      settings: { foreground: definition },
    },
  ],
};

let highlighter: HighlighterCore | undefined;

/** Created once a process, because compiling the grammars is slow. */
function shiki(): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({
    themes: [theme],
    langs: grammars,
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}

/** Identifiers of tokens, in code as in prose: `accessToken`, `refresh_token`, … */
const tokenName = /\b(access|refresh|session)_?token\b/gi;

/** Splits a piece at the identifiers of tokens, which take their token's colour. */
function markTokens({ text, setting }: Piece): Piece[] {
  if (setting === "comment") return [{ text, setting }];
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(tokenName)) {
    const kind = match[1]?.toLowerCase();
    if (kind !== "access" && kind !== "refresh" && kind !== "session") continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), setting });
    pieces.push({ text: match[0], setting: kind });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), setting });
  return pieces;
}

/** Joins neighbouring pieces of one style, to save elements. White space takes the style of what precedes it. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && (last.setting === piece.setting || piece.text.trim() === "")) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** Highlights a text line by line. The pieces together are exactly the text. */
export function highlight(text: string, language: Language): Piece[][] {
  if (language === "text") return text.split("\n").map((line) => [{ text: line, setting: undefined }]);
  // No time limit: the default half second leaves code half highlighted when a busy machine builds the pages.
  const lines = shiki().codeToTokensBase(text, { lang: language, theme: "settings", tokenizeTimeLimit: 0 });
  return lines.map((line) =>
    join(
      line
        .map(({ content, color }) => ({ text: content, setting: settingOf[(color ?? plain).toLowerCase()] }))
        .flatMap(markTokens),
    ),
  );
}

/**
 * Highlights an excerpt within its whole file, because a grammar does not recognise a method on its own.
 *
 * @throws RegionError when the region is missing, or any marker of the file is wrong
 */
export function highlightExcerpt(source: string, file: string, region: string | undefined): Piece[][] {
  const { lines, start, end, indent } = excerptOf(source, file, region);
  const language = languageOf(/\.([a-z]+)$/.exec(file)?.[1]);
  return highlight(lines.join("\n"), language)
    .slice(start, end)
    .map((pieces) => withoutIndent(pieces, indent));
}

/** Removes up to the given number of columns of leading white space. */
function withoutIndent(pieces: readonly Piece[], indent: number): Piece[] {
  let left = indent;
  return pieces.flatMap(({ text, setting }) => {
    const cut = Math.min(left, text.length - text.trimStart().length);
    left = cut < text.length ? 0 : left - cut;
    return cut < text.length ? [{ text: text.slice(cut), setting }] : [];
  });
}
