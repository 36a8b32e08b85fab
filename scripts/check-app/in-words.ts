/** An error in one line, which says so when the words are those of the browser's driver. */
export function inWords(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const isDrivers = /^[a-z]\w+\.\w+: /i.test(line);
  return isDrivers ? `The browser could not go on, which is no verdict about the app (${line}).` : line;
}
