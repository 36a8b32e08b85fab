import { expect, it } from "vitest";
import { type ProtectOptions, protect } from "@/lib/csp/protect";

const HELLO = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";

const lesson: ProtectOptions = {
  pathname: "/lessons/start",
  framing: "none",
  https: true,
  development: false,
  inlineScripts: ["alert('Hello, world.');"],
  manifest: { "/lessons/start": ["'sha256-start'"], "/_not-found": ["'sha256-missing'"] },
};
const notes: ProtectOptions = { ...lesson, pathname: "/notes", framing: "self" };

const scripts = (options: ProtectOptions) =>
  /script-src ([^;]*)/.exec(protect(options).headers["Content-Security-Policy"] ?? "")?.[1];

it("lists a built page's hashes, and asks Next for no nonce", () => {
  expect(scripts(lesson)).toBe("'self' 'sha256-start'");
  expect(protect(lesson).requestPolicy).toBeUndefined();
});

it("gives what is rendered on request a nonce of its own, in the request and in the response", () => {
  expect(scripts(notes)).toMatch(/^'self' 'nonce-[^']+' /);
  const { requestPolicy, headers } = protect(notes);
  expect(headers["Content-Security-Policy"]).toBe(requestPolicy);
  expect(protect(notes).requestPolicy).not.toBe(requestPolicy);
});

it("allows there what carries no nonce: the site's own inline scripts and the stand-in pages'", () => {
  expect(scripts(notes)).toContain(`${HELLO} 'sha256-missing'`);
});

it("lets only the site itself frame what a lesson shows in a frame", () => {
  expect(protect(notes).headers["X-Frame-Options"]).toBe("SAMEORIGIN");
  expect(protect(lesson).headers["X-Frame-Options"]).toBe("DENY");
});
