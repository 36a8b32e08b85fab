import { createHighlighterCoreSync, type HighlighterCore, type ThemeRegistrationRaw } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { grammars, type Language, languageOf } from "./grammar.ts";
import { excerptOf } from "./regions.ts";

/** How a piece of code is set. Colour is kept for tokens, so syntax is weight and shade only. */
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

/** A theme whose colours are names: each becomes a class, and the stylesheet decides light and dark. */
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

/** Made once a process: compiling the grammars is the slow part. */
function shiki(): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({
    themes: [theme],
    langs: grammars,
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}

/** Names that carry a token, in code as in prose: `accessToken`, `refresh_token`, … */
const tokenName = /\b(access|refresh|session)_?token\b/gi;

/** Splits a piece at the names of tokens, which take their token's colour. */
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

/** Joins neighbours that are set alike: fewer elements on the page. White space is set like what precedes it. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && (last.setting === piece.setting || piece.text.trim() === "")) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** The lines of a text, each in pieces; the pieces' text put together is the text given. */
export function highlight(text: string, language: Language): Piece[][] {
  if (language === "text") return text.split("\n").map((line) => [{ text: line, setting: undefined }]);
  // No time limit: with the usual half second, a busy machine builds pages whose code is marked up by half.
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
 * The lines of an excerpt, highlighted as part of their file: a method alone would not be read as one.
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

/** Removes the given number of columns, as far as they are white space. */
function withoutIndent(pieces: readonly Piece[], indent: number): Piece[] {
  let left = indent;
  return pieces.flatMap(({ text, setting }) => {
    const cut = Math.min(left, text.length - text.trimStart().length);
    left = cut < text.length ? 0 : left - cut;
    return cut < text.length ? [{ text: text.slice(cut), setting }] : [];
  });
}
