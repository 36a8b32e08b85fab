import localFont from "next/font/local";

/**
 * Atkinson Hyperlegible, because tokens are read letter by letter (0/O, 1/l/I are all distinct). One variable
 * file each, latin subset, served by us and preloaded.
 *
 * `optional`: a face that is not there for the first paint waits for the next page. Swapping it in would wrap lines
 * anew under the reader's eyes (0.26 of layout shift on a slow phone), and no metrics of a fallback prevent that.
 */
export const text = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  display: "optional",
  variable: "--font-hyperlegible",
  adjustFontFallback: "Arial",
});

/** Its fallback is in theme.css: no matching can be computed from Arial. */
export const mono = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2",
  weight: "200 800",
  display: "optional",
  variable: "--font-hyperlegible-mono",
  adjustFontFallback: false,
});
