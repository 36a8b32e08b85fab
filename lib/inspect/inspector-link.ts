import * as z from "zod/mini";
import { type TokenKind, tokenKindSchema } from "@/lib/lab/schemas";

/** The clock with which the inspector compares the dates of a linked token. */
const clockSchema = z.enum(["real", "lab"]);

/** The contents of a link to the inspector. They stand behind the `#`, which browsers do not send. */
export type LinkedToken = { token: string; clock: z.infer<typeof clockSchema> } | { labToken: TokenKind };

/** A link to the inspector with a token to explain. */
export function inspectorLink(token: string, clock: z.infer<typeof clockSchema>): string {
  return `/inspector#${new URLSearchParams({ token, clock })}`;
}

/**
 * A link to the inspector that names a token of the lab. The inspector asks the lab, so no address holds the token.
 */
export function labTokenLink(kind: TokenKind): string {
  return `/inspector#${new URLSearchParams({ "lab-token": kind })}`;
}

/**
 * Reads a link. @param hash the fragment of the inspector's address, with its `#`
 *
 * @param hash of the inspector's address, with its `#`
 */
export function readInspectorLink(hash: string): LinkedToken | null {
  const fragment = new URLSearchParams(hash.slice(1));
  const kind = tokenKindSchema.safeParse(fragment.get("lab-token"));
  if (kind.success) return { labToken: kind.data };
  const token = fragment.get("token");
  const clock = clockSchema.safeParse(fragment.get("clock"));
  return token === null ? null : { token, clock: clock.success ? clock.data : "real" };
}
