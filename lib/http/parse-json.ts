/** @returns what a text says in JSON; undefined where the text is no JSON, which no JSON can say */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
