/** `import source from "./file.ts?raw"` is the file's own text: what the page shows is what runs. */
declare module "*?raw" {
  const source: string;
  export default source;
}
