import { readFileSync } from "node:fs";
import path from "node:path";
import { contrast, type Light, lightOf } from "./contrast";

export type Theme = "light" | "dark";
type Colour = Record<Theme, Light>;

const oklch = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const declaration = new RegExp(String.raw`--([a-z-]+): light-dark\(${oklch}, ${oklch}\);`, "g");
const alias = /--([a-z-]+): var\(--([a-z-]+)\);/g;

/** The theme's colours, read from the pages' stylesheet at build time. */
export const themeColours: ReadonlyMap<string, Colour> = readColours(
  readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), "lib/ui/theme.css"), "utf8"),
);

function readColours(text: string): Map<string, Colour> {
  const colours = new Map<string, Colour>();
  for (const [, name = "", ...parts] of text.matchAll(declaration)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = parts.map(Number);
    colours.set(name, { light: lightOf(a, b, c), dark: lightOf(d, e, f) });
  }
  for (const [, name = "", of = ""] of text.matchAll(alias)) {
    const colour = colours.get(of);
    if (colour) colours.set(name, colour);
  }
  return colours;
}

/** A pair of colours and the contrast that it needs: 4.5 for text (WCAG 2.2, 1.4.3), 3 for controls (1.4.11). */
export type Pair = { ink: string; on: string; least: 4.5 | 3 };

const text = (ink: string, ...grounds: string[]): Pair[] => grounds.map((on) => ({ ink, on, least: 4.5 }));

/** Every pair of colours in use. */
export const pairs: readonly Pair[] = [
  ...text("ink", "paper", "paper-raised", "paper-sunken", "tint-focus", "tint-pass", "tint-fail"),
  ...text("ink-muted", "paper", "paper-raised", "paper-sunken"),
  ...["session", "access", "refresh", "attacker"].flatMap((kind) => [
    ...text(kind, "paper", "paper-raised"),
    ...text("paper", kind),
  ]),
  ...text("pass", "paper", "tint-pass"),
  ...text("fail", "paper", "tint-fail"),
  ...text("code-string", "paper-raised"),
  { ink: "line-strong", on: "paper", least: 3 },
  { ink: "line-strong", on: "paper-raised", least: 3 },
];

/**
 * The contrast of two of the theme's colours.
 *
 * @throws Error for a name that the theme does not have
 */
export function ratio(ink: string, on: string, theme: Theme): number {
  const [a, b] = [themeColours.get(ink), themeColours.get(on)];
  if (!a || !b) throw new Error(`the theme has no colour "${a ? on : ink}"`);
  return contrast(a[theme], b[theme]);
}
