import { NextRequest } from "next/server";
import { parseJson } from "@/lib/http/parse-json";
import { BodyError, bodyRefusal, readBytes } from "@/lib/http/read-json";
import { refuseAuthCall } from "./auth-refusal";

/**
 * A request as NextAuth can read it: its handler throws on what is not what its `Content-Type` says, and takes any JSON
 * for an object.
 *
 * @param path what follows `/api/auth/`, in parts
 * @returns the same request with its body still to be read, or the refusal
 */
export async function readAuthRequest(
  request: NextRequest,
  path: readonly string[],
): Promise<NextRequest | Response> {
  const { method, headers, nextUrl } = request;
  try {
    const bytes = method === "POST" ? await readBytes(request) : null;
    const given = bytes === null || bytes.length === 0 ? null : bytes;
    const body = given === null ? undefined : parse(headers.get("Content-Type") ?? "", given);
    const refused = refuseAuthCall({ method, path, query: nextUrl.searchParams, body });
    return refused ?? new NextRequest(request.url, { method, headers, body: given });
  } catch (error) {
    if (error instanceof BodyError) return bodyRefusal(error);
    throw error;
  }
}

/** As next-auth's `getBody` tells them apart. */
function parse(type: string, bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  if (type.includes("application/json")) return parseJson(text) ?? null;
  if (type.includes("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  return undefined;
}
