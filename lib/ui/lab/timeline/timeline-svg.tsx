import type { Actor, TokenKind } from "@/lib/lab/schemas";
import { shortName } from "@/lib/lab/token-names";
import { actorNames, laneLabel, laneOf } from "./event-words";
import type { Row } from "./rows";
import { colours, TextLines, wrap } from "./svg-parts";

const width = 880;
const timeWidth = 72;
const livesWidth = 36;
const left = timeWidth + livesWidth;
const headHeight = 36;
/** About how wide a character of the band's text is, in px at 12 px. */
const charWidth = 6.1;

/** The timeline as a picture of its own: the same rows, lanes and bars, on paper. */
export function TimelineSvg({ rows, lanes }: { rows: readonly Row[]; lanes: readonly Actor[] }) {
  const laneWidth = (width - left) / lanes.length;
  const xOf = (actor: Actor) => left + laneWidth * (lanes.indexOf(laneOf(actor)) + 0.5);
  let y = headHeight;
  const body = rows.map((row, index) => {
    const top = y;
    const lines = row.event.type === "note" ? wrap(row.label, (width - left - 40) / charWidth) : [row.label];
    const height = heightOf(row, lines.length);
    y += height;
    const time = rows[index - 1]?.time === row.time ? "" : row.time;
    return (
      <g key={row.event.seq} transform={`translate(0 ${top})`}>
        <TextLines lines={[time]} x={4} y={height / 2 + 4} fill={colours.muted} size={10} mono />
        {row.segments.map((segment) => (
          <Bar key={`${segment.track} ${segment.part}`} segment={segment} height={height} />
        ))}
        {row.event.type === "note" ? (
          <Note row={row} lines={lines} height={height} />
        ) : (
          <Arrow row={row} xOf={xOf} height={height} />
        )}
      </g>
    );
  });
  const height = y + 12;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="What happened in the lab, as a sequence diagram"
      fontFamily="Atkinson Hyperlegible Next, system-ui, sans-serif"
      fontSize={12}
    >
      <rect width={width} height={height} fill={colours.paper} />
      {lanes.map((actor) => (
        <line
          key={actor}
          x1={xOf(actor)}
          x2={xOf(actor)}
          y1={headHeight}
          y2={height}
          stroke={colours.line}
          strokeDasharray="3 3"
        />
      ))}
      {lanes.map((actor) => (
        <TextLines
          key={actor}
          lines={[actorNames[actor]]}
          x={xOf(actor)}
          y={22}
          anchor="middle"
          weight={600}
        />
      ))}
      {body}
    </svg>
  );
}

function heightOf({ look, event }: Row, lines: number): number {
  if (look === "jump") return 44;
  if (look === "band" || look === "quiet") return 14 + 16 * lines;
  return event.tokens.length > 0 ? 52 : 34;
}

function Bar({ segment, height }: { segment: Row["segments"][number]; height: number }) {
  const { track, left: steps, part, old } = segment;
  const x = timeWidth + (track === 0 ? 10 : 24);
  const from = part === "start" ? height / 2 : 0;
  const over = part === "expired" || part === "ended";
  const to = over ? height / 2 : height;
  return (
    <>
      <rect
        x={x - steps / 2}
        y={from}
        width={steps}
        height={to - from}
        fill={colours.access}
        opacity={old ? 0.45 : undefined}
      />
      {part === "start" && (
        <circle cx={x} cy={from} r={5} fill={colours.paper} stroke={colours.access} strokeWidth={2} />
      )}
      {over && (
        <rect
          x={x - 6}
          y={to}
          width={12}
          height={3}
          fill={part === "ended" ? colours.fail : colours.access}
        />
      )}
    </>
  );
}

type ArrowProps = { row: Row; xOf: (actor: Actor) => number; height: number };

function Arrow({ row: { event, label, look, wrong }, xOf, height }: ArrowProps) {
  const stroke = wrong ? colours.fail : colours.ink;
  const [from, to] = [xOf(event.from), xOf(event.to)];
  const y = event.tokens.length > 0 ? height - 16 : height - 8;
  const sign = Math.sign(to - from) || 1;
  const middle = (from + to) / 2;
  return (
    <>
      <line
        x1={from}
        x2={to}
        y1={y}
        y2={y}
        stroke={stroke}
        strokeWidth={1.5}
        strokeDasharray={look === "answer" ? "4 3" : undefined}
      />
      <polygon points={`${to},${y} ${to - 8 * sign},${y - 4} ${to - 8 * sign},${y + 4}`} fill={stroke} />
      <TextLines
        lines={[laneLabel(event, label)]}
        x={middle}
        y={y - (event.tokens.length > 0 ? 20 : 8)}
        anchor="middle"
        fill={stroke}
        halo
      />
      <Marks tokens={event.tokens} middle={middle} y={y} />
    </>
  );
}

type NoteProps = { row: Row; lines: readonly string[]; height: number };

function Note({ row: { event, look, wrong, expired }, lines, height }: NoteProps) {
  const words = [...lines];
  if (expired.length > 0 && look === "jump") {
    words.push(
      `${expired.map((generation) => shortName({ kind: "access", generation })).join(", ")} expired`,
    );
  }
  const ground = wrong ? colours.failTint : colours.sunken;
  const centred = look !== "band";
  return (
    <>
      {look === "jump" && <polygon points={torn(left, width - 8, 4, height - 4)} fill={ground} />}
      {look !== "jump" && look !== "quiet" && (
        <rect x={left} y={3} width={width - left - 8} height={height - 6} rx={4} fill={ground} />
      )}
      <TextLines
        lines={words}
        x={centred ? (left + width) / 2 : left + 10}
        y={height / 2 + 4 - (words.length - 1) * 8}
        anchor={centred ? "middle" : "start"}
        fill={wrong ? colours.fail : look === "quiet" ? colours.muted : colours.ink}
        weight={look === "quiet" ? 400 : 600}
        halo={look === "quiet"}
      />
      <Marks tokens={event.tokens} middle={width - 8 - 16 * (event.tokens.length + 0.5)} y={height / 2} />
    </>
  );
}

/** A strip with teeth above and below: where the sheet is torn, time is missing. */
function torn(from: number, to: number, top: number, bottom: number): string {
  const points: string[] = [];
  for (let x = from; x <= to; x += 8) points.push(`${x},${(x - from) % 16 === 0 ? top + 6 : top}`);
  for (let x = to - ((to - from) % 8); x >= from; x -= 8) {
    points.push(`${x},${(x - from) % 16 === 0 ? bottom - 6 : bottom}`);
  }
  return points.join(" ");
}

type Mark = { kind: TokenKind; generation: number };

function Marks({ tokens, middle, y }: { tokens: readonly Mark[]; middle: number; y: number }) {
  const start = middle - ((tokens.length - 1) * 30) / 2;
  return tokens.map((token, index) => (
    <TokenMark key={`${token.kind} ${token.generation}`} token={token} x={start + index * 30} y={y} />
  ));
}

/** A token's shape: square S, circle A, diamond R, with its letter and number. */
function TokenMark({ token, x, y }: { token: Mark; x: number; y: number }) {
  const fill = colours[token.kind];
  const name = shortName(token);
  return (
    <>
      {token.kind === "session" && <rect x={x - 12} y={y - 11} width={24} height={22} rx={4} fill={fill} />}
      {token.kind === "access" && <circle cx={x} cy={y} r={13} fill={fill} />}
      {token.kind === "refresh" && (
        <polygon points={`${x},${y - 15} ${x + 15},${y} ${x},${y + 15} ${x - 15},${y}`} fill={fill} />
      )}
      <TextLines
        lines={[name]}
        x={x}
        y={y + 3.5}
        anchor="middle"
        fill={colours.paper}
        size={name.length > 3 ? 8 : 10}
        weight={700}
        mono
      />
    </>
  );
}
