import { expect, it } from "vitest";
import { securityHeaders } from "@/lib/csp/security-headers";

const page = { https: true, framing: "none", csp: "default-src 'none'" } as const;

it("carries the policy it was given", () => {
  expect(securityHeaders(page)["Content-Security-Policy"]).toBe("default-src 'none'");
});

it("promises https for a year, and only where it is served by https", () => {
  expect(securityHeaders(page)["Strict-Transport-Security"]).toBe("max-age=31536000");
  expect(securityHeaders({ ...page, https: false })).not.toHaveProperty("Strict-Transport-Security");
});

it("says the same about frames to browsers that do not know frame-ancestors", () => {
  expect(securityHeaders(page)["X-Frame-Options"]).toBe("DENY");
  expect(securityHeaders({ ...page, framing: "self" })["X-Frame-Options"]).toBe("SAMEORIGIN");
});

it("keeps types, referrers, windows and resources to the site itself", () => {
  expect(securityHeaders(page)).toMatchObject({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  });
});

it("refuses the camera, the microphone and the place", () => {
  const policy = securityHeaders(page)["Permissions-Policy"];
  for (const feature of ["camera=()", "microphone=()", "geolocation=()"]) expect(policy).toContain(feature);
});
