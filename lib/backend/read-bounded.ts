/** Thrown as soon as a body turns out longer than its limit: the rest is not read. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/**
 * Reads a body and never holds more of it than the limit. The limit counts decoded bytes: a small compressed answer can
 * unfold to hundreds of megabytes.
 *
 * @throws BodyTooLarge, and whatever the stream breaks off with
 */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) throw new BodyTooLarge(`The body is over ${limitBytes} bytes.`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * The same, read as JSON.
 *
 * @returns null for an empty body, undefined for one that is not JSON
 * @throws BodyTooLarge, and whatever the stream breaks off with
 */
export async function readBoundedJson(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<unknown> {
  const text = new TextDecoder().decode(await readBounded(body, limitBytes));
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
