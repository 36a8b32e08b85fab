import localFont from "next/font/local";

/**
 * Atkinson Hyperlegible, because tokens are read letter by letter (0/O, 1/l/I are all distinct). One variable
 * file each, latin subset, served by us and preloaded.
 */
export const text = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-hyperlegible",
  adjustFontFallback: "Arial",
});

/** Its fallback is in theme.css: no matching can be computed from Arial. */
export const mono = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-hyperlegible-mono",
  adjustFontFallback: false,
});
