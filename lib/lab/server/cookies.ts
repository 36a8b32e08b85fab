import { z } from "zod";
import { cookieFlags } from "@/lib/http/cookies";

/**
 * Flags of the lab's own cookies. They name an instant, since Next drops its second copy of a cookie of the proxy's only
 * if both lines read the same. `lax`, so that a link from another site finds the visitor's lab instead of
 * a page for nobody; what changes a lab is guarded by `isSameOrigin` besides.
 */
export function labCookieFlags() {
  const expires = new Date(Date.now() + LAB_COOKIE_SECONDS * 1000);
  return { ...cookieFlags(), sameSite: "lax", expires } as const;
}

/** The lab outlives the browser's tab, not the backend's memory: a stale id is answered with a new lab. */
const LAB_COOKIE_SECONDS = 30 * 24 * 60 * 60;

const labId = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

/** @returns the lab's id, or null when the cookie is missing or malformed */
export function parseLabId(value: string | undefined): string | null {
  return labId.safeParse(value).data ?? null;
}

const variantChoice = z.record(z.string().regex(/^[a-z0-9-]{1,64}$/), z.string().regex(/^[a-z0-9-]{1,64}$/));

/** Which variant of each lesson runs, by lesson slug. A lesson that is not named runs its default. */
export type VariantChoice = z.infer<typeof variantChoice>;

/** @returns an empty choice for a cookie that is missing or malformed: the defaults then run */
export function parseVariantChoice(value: string | undefined): VariantChoice {
  return variantChoice.safeParse(Object.fromEntries(new URLSearchParams(value ?? ""))).data ?? {};
}

export function serializeVariantChoice(choice: VariantChoice): string {
  return new URLSearchParams(choice).toString();
}
