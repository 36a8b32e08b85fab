/** The light theme's colours in sRGB: a saved picture is opened by programs that know no others. */
export const colours = {
  paper: "#fbfaf7",
  sunken: "#e9e8e4",
  ink: "#1c2027",
  muted: "#55585f",
  line: "#b9b9b6",
  session: "#6439b4",
  access: "#a45a14",
  refresh: "#0f6e6c",
  fail: "#b8201f",
  failTint: "#fbeae7",
} as const;

type TextStyle = {
  x: number;
  y: number;
  anchor?: "start" | "middle";
  weight?: number;
  fill?: string;
  size?: number;
  mono?: boolean;
  /** Paper around the letters, where they cross a line. */
  halo?: boolean;
};

/** Lines of text, one below the other. */
export function TextLines({ lines, ...style }: TextStyle & { lines: readonly string[] }) {
  const { x, y, anchor, weight, fill = colours.ink, mono, halo, size } = style;
  const written = lines.filter((line) => line !== "");
  if (written.length === 0) return null;
  return (
    <text
      fill={fill}
      textAnchor={anchor}
      fontWeight={weight}
      fontSize={size}
      fontFamily={mono ? "Atkinson Hyperlegible Mono, ui-monospace, monospace" : undefined}
      {...(halo && { stroke: colours.paper, strokeWidth: 4, paintOrder: "stroke" })}
    >
      {written.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn once
        <tspan key={index} x={x} y={y + index * 16}>
          {printable(line)}
        </tspan>
      ))}
    </text>
  );
}

/** XML 1.0 §2.2 allows no control characters but these three, not even escaped. */
function printable(text: string): string {
  return [...text].filter((one) => one >= " " || "\t\n\r".includes(one)).join("");
}

/** Breaks a sentence at its spaces into lines of about so many characters. */
export function wrap(text: string, characters: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > characters) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
