import { BodyTooLarge, readBounded } from "@/lib/backend/read-bounded";
import { jsonError } from "./json-error";

/** `too-large` and `malformed` become 413 and 400. */
export class BodyError extends Error {
  override readonly name = "BodyError";
  constructor(readonly code: "too-large" | "malformed") {
    super(code);
  }
}

/** As the backend's own bound. */
export const BODY_LIMIT_BYTES = 16 * 1024;

/** @throws BodyError `too-large` */
export async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readBounded(request.body, BODY_LIMIT_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw new BodyError("too-large");
    throw error;
  }
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

/** What a request is answered whose body cannot be read. */
export function bodyRefusal({ code }: BodyError): Response {
  return code === "too-large"
    ? jsonError(413, "too_large", "The body may hold 16 KiB at most.")
    : jsonError(400, "invalid_request", "The body is not JSON.");
}
