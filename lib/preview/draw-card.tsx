import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";

export type Card = { eyebrow: string; title: string; summary: string };

/** The light theme's colours (lib/ui/theme.css), because a picture has no stylesheet. */
const colours = {
  paper: "#fbfaf6",
  ink: "#1b1f27",
  muted: "#545860",
  line: "#d2d1cd",
  session: "#683eb6",
  access: "#a6560a",
  refresh: "#007070",
} as const;

const FONT_FOLDER = "node_modules/@fontsource/atkinson-hyperlegible-next/files";
const face = "Atkinson Hyperlegible Next";

async function font(weight: 400 | 700) {
  const file = `atkinson-hyperlegible-next-latin-${weight}-normal.woff`;
  const data = await readFile(path.join(process.cwd(), FONT_FOLDER, file));
  return { name: face, data, weight, style: "normal" } as const;
}

/** Draws the picture of a link preview, 1200 by 630, with the site's colours and type. */
export async function drawCard({ eyebrow, title, summary }: Card): Promise<ImageResponse> {
  const fonts = await Promise.all([font(400), font(700)]);
  return new ImageResponse(
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "72px 80px",
        background: colours.paper,
        color: colours.ink,
        fontFamily: face,
      }}
    >
      <div style={{ display: "flex", alignItems: "center", gap: 20, fontSize: 34, fontWeight: 700 }}>
        <svg viewBox="0 0 30 18" width="70" height="42" aria-hidden="true">
          <circle cx="8" cy="9" r="7" fill={colours.access} />
          <path d="M21 .5L29.5 9 21 17.5 12.5 9z" fill={colours.refresh} />
        </svg>
        Silent Refresh
      </div>
      <div style={{ display: "flex", flexDirection: "column", gap: 20 }}>
        <div style={{ fontSize: 30, color: colours.muted }}>{eyebrow}</div>
        <div style={{ fontSize: title.length > 30 ? 68 : 88, fontWeight: 700, lineHeight: 1.08 }}>
          {title}
        </div>
        <div style={{ fontSize: 34, lineHeight: 1.4, color: colours.muted }}>{summary}</div>
      </div>
      <Lives />
    </div>,
    { width: 1200, height: 630, fonts },
  );
}

/** A strip with one session and several short access tokens. */
function Lives() {
  const starts = [0, 208, 416, 624, 832];
  return (
    <svg viewBox="0 0 1040 40" width="1040" height="40" aria-hidden="true">
      <rect x="0" y="0" width="1040" height="8" fill={colours.session} />
      {starts.map((x, at) => (
        <rect
          key={x}
          x={x}
          y="22"
          width="196"
          height="14"
          rx="7"
          fill={at < 4 ? colours.access : colours.line}
        />
      ))}
      {starts.slice(1).map((x) => (
        <path key={x} d={`M${x - 6} 18l11 11-11 11-11-11z`} fill={colours.refresh} />
      ))}
    </svg>
  );
}
