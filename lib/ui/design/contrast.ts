/** A colour as linear red, green and blue light, each from 0 to 1 (not gamma-encoded). */
export type Light = readonly [red: number, green: number, blue: number];

/**
 * Converts an `oklch(L C H)` colour to linear sRGB. Values outside of sRGB are clipped, as browsers do.
 *
 * @see https://bottosson.github.io/posts/oklab/ (the matrices)
 */
export function lightOf(lightness: number, chroma: number, hueDegrees: number): Light {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** The contrast ratio of two colours after WCAG 2.2, from 1 to 21. */
export function contrast(one: Light, other: Light): number {
  const [brighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((brighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance([red, green, blue]: Light): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
