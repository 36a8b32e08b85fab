import localFont from "next/font/local";

/**
 * Atkinson Hyperlegible, because readers read tokens letter by letter (0/O, 1/l/I are all distinct). One variable
 * file each, latin subset, served by this site and preloaded.
 *
 * `optional`: a font that arrives after the first paint is used from the next page on. Swapping it in would rewrap
 * lines while the reader reads (0.26 of layout shift on a slow phone), and no fallback metrics prevent that.
 */
export const text = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  display: "optional",
  variable: "--font-hyperlegible",
  adjustFontFallback: "Arial",
});

/** The fallback is in theme.css: its metrics cannot be computed from Arial. */
export const mono = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2",
  weight: "200 800",
  display: "optional",
  variable: "--font-hyperlegible-mono",
  adjustFontFallback: false,
});
