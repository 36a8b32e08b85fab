import type { Context } from "hono";
import type { z } from "zod";
import { ApiError, invalidRequest } from "./errors.ts";

/** Bytes of a request body. */
const MAX_BODY_BYTES = 16 * 1024;

/** A body as it arrived: its form is known, its content not yet checked. */
export type Body =
  | { readonly kind: "json"; readonly text: string; readonly value: unknown }
  | { readonly kind: "form"; readonly text: string; readonly value: URLSearchParams }
  | { readonly kind: "malformed" | "other"; readonly text: string };

export const NO_BODY: Body = { kind: "other", text: "" };

const tooLarge = () =>
  new ApiError(413, "payload_too_large", `The request body is over ${MAX_BODY_BYTES} bytes.`);

/** Reads a bounded body, and its form by its media type. @throws ApiError 413, or 400 when it breaks off */
export async function readBody(request: Request): Promise<Body> {
  if (request.method === "GET" || request.method === "HEAD") return NO_BODY;
  return parse(await readText(request), request.headers.get("content-type") ?? "");
}

async function readText(request: Request): Promise<string> {
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > MAX_BODY_BYTES) throw tooLarge();
  try {
    if (declared === null) return await readCounted(request);
    // An HTTP parser holds a body to its declared length; a door without one (MSW) believes it.
    const text = await request.text();
    if (new TextEncoder().encode(text).length > MAX_BODY_BYTES) throw tooLarge();
    return text;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw invalidRequest("The request body broke off.");
  }
}

async function readCounted(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  const reader = request.body?.getReader();
  if (!reader) return "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parse(text: string, contentType: string): Body {
  const mediaType = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  if (mediaType === "application/x-www-form-urlencoded") {
    return { kind: "form", text, value: new URLSearchParams(text) };
  }
  if (mediaType !== "application/json") return { kind: "other", text };
  try {
    return { kind: "json", text, value: JSON.parse(text) };
  } catch {
    return { kind: "malformed", text };
  }
}

/** The body as checked JSON. @throws ApiError 415, or 400 naming every field that is wrong */
export function jsonBody<Schema extends z.ZodType>(body: Body, schema: Schema): z.infer<Schema> {
  if (body.kind === "malformed") throw invalidRequest("The request body is not JSON.");
  if (body.kind !== "json") throw unsupportedMediaType("application/json");
  const parsed = schema.safeParse(body.value);
  if (!parsed.success) throw invalidRequest(describeIssues(parsed.error));
  return parsed.data;
}

/** The body as checked form fields, each at most once (RFC 6749 §3.2). @throws ApiError 415 or 400 */
export function formBody<Schema extends z.ZodType>(body: Body, schema: Schema): z.infer<Schema> {
  if (body.kind !== "form") throw unsupportedMediaType("application/x-www-form-urlencoded");
  const names = [...body.value.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw invalidRequest("A parameter is given more than once.");
  const parsed = schema.safeParse(Object.fromEntries(body.value));
  if (!parsed.success) throw invalidRequest(describeIssues(parsed.error));
  return parsed.data;
}

/** A query parameter checked by a schema. @throws ApiError 400 */
export function queryParameter<Schema extends z.ZodType>(
  context: Context,
  name: string,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(context.req.query(name));
  if (!parsed.success) throw invalidRequest(`${name}: ${parsed.error.issues[0]?.message ?? "invalid"}.`);
  return parsed.data;
}

/** Names each wrong field and its fault, and never a value, which may be a secret. */
export function describeIssues(error: z.ZodError): string {
  return `${error.issues.map((issue) => `${issuePath(issue)}: ${issue.message}`).join("; ")}.`;
}

export function issuePath(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String).join(".");
  if (issue.code !== "unrecognized_keys") return path || "body";
  return issue.keys.map((key) => (path ? `${path}.${key}` : key)).join(", ");
}

function unsupportedMediaType(expected: string): ApiError {
  return new ApiError(415, "unsupported_media_type", `Send the body as ${expected}.`);
}
