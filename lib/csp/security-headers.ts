import type { Framing } from "@/lib/csp/policy";

export type SecurityHeadersOptions = {
  /** Strict-Transport-Security means nothing over http, and localhost must stay reachable by it. */
  https: boolean;
  framing: Framing;
  /** The Content-Security-Policy (lib/csp/policy.ts). */
  csp: string;
};

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * None of them is used, so a script that gets in cannot ask for them either. Only what Chromium knows: it logs an
 * error for any other name.
 */
const REFUSED_FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** What the files of a build carry, which are served without passing proxy.ts. */
export const fileHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** What a picture carries that other sites show: a link's preview. */
export const sharedFileHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "cross-origin",
} as const;

/** The headers that every other answer of the site carries. */
export function securityHeaders({ https, framing, csp }: SecurityHeadersOptions): Record<string, string> {
  return {
    ...fileHeaders,
    "Content-Security-Policy": csp,
    // Not `no-referrer`: it makes the browser send `Origin: null` with a form, which Next refuses for Server Actions.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": REFUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    // For browsers that do not know frame-ancestors.
    "X-Frame-Options": framing === "self" ? "SAMEORIGIN" : "DENY",
    ...(https ? { "Strict-Transport-Security": `max-age=${YEAR_SECONDS}` } : {}),
  };
}
