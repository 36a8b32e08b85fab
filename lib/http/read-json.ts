/** `too-large` and `malformed` become 413 and 400. */
export class BodyError extends Error {
  override readonly name = "BodyError";
  constructor(readonly code: "too-large" | "malformed") {
    super(code);
  }
}

/** As the backend's own bound. */
export const BODY_LIMIT_BYTES = 16 * 1024;

/**
 * Reads a body without ever holding more than the limit of it.
 *
 * @throws BodyError `too-large`
 */
export async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT_BYTES) throw new BodyError("too-large");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** @throws BodyError */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new BodyError("malformed");
  }
}
