import type { Actor, TokenKind } from "@/lib/lab/schemas";
import { shortName } from "@/lib/lab/token-names";
import { actorNames, laneLabel, laneOf } from "./event-words";
import type { Row } from "./rows";
import { attributes, colours, element, textLines, wrap } from "./svg-parts";

const width = 880;
const timeWidth = 72;
const livesWidth = 36;
const left = timeWidth + livesWidth;
const headHeight = 36;
/** The approximate width of a character of the band's text, in px at 12 px. */
const charWidth = 6.1;

/** Draws the timeline as an SVG picture: the same rows, lanes and bars. */
export function timelineSvg(rows: readonly Row[], lanes: readonly Actor[]): string {
  const laneWidth = (width - left) / lanes.length;
  const xOf = (actor: Actor) => left + laneWidth * (lanes.indexOf(laneOf(actor)) + 0.5);
  let y = headHeight;
  const body = rows.map((row, index) => {
    const top = y;
    const lines = row.event.type === "note" ? wrap(row.label, (width - left - 40) / charWidth) : [row.label];
    const height = heightOf(row, lines.length);
    y += height;
    const time = rows[index - 1]?.time === row.time ? "" : row.time;
    return element(
      "g",
      { transform: `translate(0 ${top})` },
      textLines([time], { x: 4, y: height / 2 + 4, fill: colours.muted, "font-size": 10, mono: true }),
      ...row.segments.map((segment) => bar(segment, height)),
      row.event.type === "note" ? note(row, lines, height) : arrow(row, xOf, height),
    );
  });
  const height = y + 12;
  const guides = lanes.map((actor) =>
    element("line", {
      x1: xOf(actor),
      x2: xOf(actor),
      y1: headHeight,
      y2: height,
      stroke: colours.line,
      "stroke-dasharray": "3 3",
    }),
  );
  const heads = lanes.map((actor) =>
    textLines([actorNames[actor]], { x: xOf(actor), y: 22, anchor: "middle", weight: 600 }),
  );
  const frame = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": "What happened in the lab, as a sequence diagram",
    "font-family": "Atkinson Hyperlegible Next, system-ui, sans-serif",
    "font-size": 12,
  };
  const paper = element("rect", { width, height, fill: colours.paper });
  return `<svg${attributes(frame)}>${[paper, ...guides, ...heads, ...body].join("\n")}</svg>\n`;
}

function heightOf({ look, event }: Row, lines: number): number {
  if (look === "jump") return 44;
  if (look === "band" || look === "quiet") return 14 + 16 * lines;
  return event.tokens.length > 0 ? 52 : 34;
}

function bar({ track, left: steps, part, old }: Row["segments"][number], height: number): string {
  const x = timeWidth + (track === 0 ? 10 : 24);
  const from = part === "start" ? height / 2 : 0;
  const over = part === "expired" || part === "ended";
  const to = over ? height / 2 : height;
  const stripe = element("rect", {
    x: x - steps / 2,
    y: from,
    width: steps,
    height: to - from,
    fill: colours.access,
    ...(old && { opacity: 0.45 }),
  });
  if (part === "start") {
    const ring = { cx: x, cy: from, r: 5, fill: colours.paper, stroke: colours.access, "stroke-width": 2 };
    return stripe + element("circle", ring);
  }
  if (!over) return stripe;
  const fill = part === "ended" ? colours.fail : colours.access;
  return stripe + element("rect", { x: x - 6, y: to, width: 12, height: 3, fill });
}

function arrow(row: Row, xOf: (actor: Actor) => number, height: number): string {
  const { event, label, look, wrong } = row;
  const stroke = wrong ? colours.fail : colours.ink;
  const [from, to] = [xOf(event.from), xOf(event.to)];
  const y = event.tokens.length > 0 ? height - 16 : height - 8;
  const sign = Math.sign(to - from) || 1;
  const middle = (from + to) / 2;
  const line = {
    x1: from,
    x2: to,
    y1: y,
    y2: y,
    stroke,
    "stroke-width": 1.5,
    ...(look === "answer" && { "stroke-dasharray": "4 3" }),
  };
  const head = { points: `${to},${y} ${to - 8 * sign},${y - 4} ${to - 8 * sign},${y + 4}`, fill: stroke };
  return (
    element("line", line) +
    element("polygon", head) +
    textLines([laneLabel(event, label)], {
      x: middle,
      y: y - (event.tokens.length > 0 ? 20 : 8),
      anchor: "middle",
      fill: stroke,
      halo: true,
    }) +
    marks(event.tokens, middle, y)
  );
}

function note({ event, look, wrong, expired }: Row, lines: readonly string[], height: number): string {
  const fill = wrong ? colours.fail : look === "quiet" ? colours.muted : colours.ink;
  const words = [...lines];
  if (expired.length > 0 && look === "jump") {
    words.push(
      `${expired.map((generation) => shortName({ kind: "access", generation })).join(", ")} expired`,
    );
  }
  const ground = wrong ? colours.failTint : colours.sunken;
  const shape =
    look === "jump"
      ? element("polygon", { points: torn(left, width - 8, 4, height - 4), fill: ground })
      : element("rect", { x: left, y: 3, width: width - left - 8, height: height - 6, rx: 4, fill: ground });
  const centred = look !== "band";
  const x = centred ? (left + width) / 2 : left + 10;
  const y = height / 2 + 4 - (words.length - 1) * 8;
  const weight = look === "quiet" ? 400 : 600;
  const anchor = centred ? "middle" : "start";
  return (
    (look === "quiet" ? "" : shape) +
    textLines(words, { x, y, anchor, fill, weight, halo: look === "quiet" }) +
    marks(event.tokens, width - 8 - 16 * (event.tokens.length + 0.5), height / 2)
  );
}

/** The path of a torn strip with jagged edges, which stands for skipped time. */
function torn(from: number, to: number, top: number, bottom: number): string {
  const points: string[] = [];
  for (let x = from; x <= to; x += 8) points.push(`${x},${(x - from) % 16 === 0 ? top + 6 : top}`);
  for (let x = to - ((to - from) % 8); x >= from; x -= 8) {
    points.push(`${x},${(x - from) % 16 === 0 ? bottom - 6 : bottom}`);
  }
  return points.join(" ");
}

function marks(
  tokens: readonly { kind: TokenKind; generation: number }[],
  middle: number,
  y: number,
): string {
  const start = middle - ((tokens.length - 1) * 30) / 2;
  return tokens.map((token, index) => mark(token, start + index * 30, y)).join("");
}

/** A token's mark: square S, circle A or diamond R, with its letter and number. */
function mark(token: { kind: TokenKind; generation: number }, x: number, y: number): string {
  const fill = colours[token.kind];
  const shapes = {
    session: element("rect", { x: x - 12, y: y - 11, width: 24, height: 22, rx: 4, fill }),
    access: element("circle", { cx: x, cy: y, r: 13, fill }),
    refresh: element("polygon", {
      points: `${x},${y - 15} ${x + 15},${y} ${x},${y + 15} ${x - 15},${y}`,
      fill,
    }),
  };
  const name = shortName(token);
  const words = {
    x,
    y: y + 3.5,
    anchor: "middle",
    fill: colours.paper,
    "font-size": name.length > 3 ? 8 : 10,
    weight: 700,
    mono: true,
  };
  return shapes[token.kind] + textLines([name], words);
}
