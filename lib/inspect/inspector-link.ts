import * as z from "zod/mini";
import { type TokenKind, tokenKindSchema } from "@/lib/lab/schemas";

/** Whose clock judges the dates of a token that a link brings. */
const clockSchema = z.enum(["real", "lab"]);

/** What a link to the inspector brings along behind the `#`, which browsers send to nobody. */
export type LinkedToken = { token: string; clock: z.infer<typeof clockSchema> } | { labToken: TokenKind };

/** The inspector's address with a token to explain. */
export function inspectorLink(token: string, clock: z.infer<typeof clockSchema>): string {
  return `/inspector#${new URLSearchParams({ token, clock })}`;
}

/** The inspector's address with one of the lab's own tokens: the inspector asks the lab for it, so no address has it. */
export function labTokenLink(kind: TokenKind): string {
  return `/inspector#${new URLSearchParams({ "lab-token": kind })}`;
}

/** @param hash of the inspector's address, with its `#` */
export function readInspectorLink(hash: string): LinkedToken | null {
  const fragment = new URLSearchParams(hash.slice(1));
  const kind = tokenKindSchema.safeParse(fragment.get("lab-token"));
  if (kind.success) return { labToken: kind.data };
  const token = fragment.get("token");
  const clock = clockSchema.safeParse(fragment.get("clock"));
  return token === null ? null : { token, clock: clock.success ? clock.data : "real" };
}
