import type { Framing } from "@/lib/csp/policy";

export type SecurityHeadersOptions = {
  /**
   * Whether to send Strict-Transport-Security. It means nothing over http, and localhost must stay reachable by http.
   */
  https: boolean;
  framing: Framing;
  /** The Content-Security-Policy (lib/csp/policy.ts). */
  csp: string;
};

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Browser features that the site does not use; refused, so that an injected script cannot ask for them. The list has
 * only names that Chromium knows, because it logs an error for any other.
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

/** Headers of the build's files, which are served without passing proxy.ts. */
export const fileHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** Headers of the pictures that other sites embed: link previews. */
export const sharedFileHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "cross-origin",
} as const;

/** Headers of every other answer of the site. */
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
