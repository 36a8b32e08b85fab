import type { Piece } from "@/lib/code/highlight";

/** The pieces of one line. The class names are global (`code.module.css`) and short: a page has hundreds of these. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, setting }, at) =>
    setting ? (
      <span className={`c-${setting}`} key={at.toString()}>
        {text}
      </span>
    ) : (
      text
    ),
  );
}

type Group = { focused: boolean; lines: { number: number; pieces: readonly Piece[] }[] };

function group(lines: readonly (readonly Piece[])[], focused: ReadonlySet<number>): Group[] {
  const groups: Group[] = [];
  lines.forEach((pieces, at) => {
    const number = at + 1;
    const last = groups.at(-1);
    if (last && last.focused === focused.has(number)) last.lines.push({ number, pieces });
    else groups.push({ focused: focused.has(number), lines: [{ number, pieces }] });
  });
  return groups;
}

/** All lines, with the focused ones in a `<mark>`. The text content is exactly the shown text. */
export function Lines({
  lines,
  focused,
}: {
  lines: readonly (readonly Piece[])[];
  focused: ReadonlySet<number>;
}) {
  const text = ({ number, pieces }: Group["lines"][number]) => [
    <Pieces key={number} pieces={pieces} />,
    number < lines.length ? "\n" : "",
  ];
  if (focused.size === 0) return lines.flatMap((pieces, at) => text({ number: at + 1, pieces }));
  return group(lines, focused).map(({ focused: inFocus, lines: inGroup }) => {
    const key = inGroup[0]?.number;
    const content = inGroup.flatMap(text);
    return inFocus ? (
      <mark key={key}>{content}</mark>
    ) : (
      <span key={key} className="c-rest">
        {content}
      </span>
    );
  });
}
