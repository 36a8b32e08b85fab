type Value = string | number;

/** The light theme's colours in sRGB, because programs that open a saved picture may not know others. */
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

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  // XML 1.0 §2.2 allows only these three control characters, even escaped.
  const allowed = [...text].filter((one) => one >= " " || "\t\n\r".includes(one)).join("");
  return allowed.replace(/[&<>"]/g, (one) => entities[one] ?? one);
}

export function attributes(values: Record<string, Value>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}

export function element(name: string, values: Record<string, Value>, ...children: string[]): string {
  const start = `<${name}${attributes(values)}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join("")}</${name}>`;
}

type TextStyle = {
  x: number;
  y: number;
  anchor?: string;
  weight?: number;
  fill?: string;
  "font-size"?: number;
  mono?: boolean;
  /** Whether the letters have an outline in the background's colour, where they cross a line. */
  halo?: boolean;
};

export function textLines(lines: readonly string[], style: TextStyle): string {
  const { x, y, anchor, weight, fill = colours.ink, mono, halo, "font-size": size } = style;
  const values = {
    fill,
    ...(anchor !== undefined && { "text-anchor": anchor }),
    ...(weight !== undefined && { "font-weight": weight }),
    ...(size !== undefined && { "font-size": size }),
    ...(mono === true && { "font-family": "Atkinson Hyperlegible Mono, ui-monospace, monospace" }),
    ...(halo === true && { stroke: colours.paper, "stroke-width": 4, "paint-order": "stroke" }),
  };
  const written = lines.filter((line) => line !== "");
  if (written.length === 0) return "";
  const spans = written.map(
    (line, index) => `<tspan x="${x}" y="${y + index * 16}">${escaped(line)}</tspan>`,
  );
  return element("text", values, ...spans);
}

/** Breaks a sentence at its spaces into lines of at most about `characters` characters. */
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
