import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, nonceSource, type PolicyOptions } from "@/lib/csp/policy";

const served: PolicyOptions = {
  scriptSources: ["'sha256-abc='"],
  development: false,
  framing: "none",
  https: true,
};

function directive(name: string, options: PolicyOptions): string[] | undefined {
  const found = contentSecurityPolicy(options)
    .split("; ")
    .map((text) => text.split(" "))
    .find(([head]) => head === name);
  return found?.slice(1);
}

describe("the policy of a served page", () => {
  it("refuses everything by default, plugins and another base for its links", () => {
    expect(directive("default-src", served)).toEqual(["'none'"]);
    expect(directive("object-src", served)).toEqual(["'none'"]);
    expect(directive("base-uri", served)).toEqual(["'none'"]);
  });

  it("runs the site's own files and the listed inline scripts, nothing else", () => {
    expect(directive("script-src", served)).toEqual(["'self'", "'sha256-abc='"]);
    expect(contentSecurityPolicy(served)).not.toContain("unsafe");
  });

  it("talks, sends forms and loads only to and from its own origin", () => {
    for (const name of ["connect-src", "form-action", "style-src", "font-src", "frame-src"]) {
      expect(directive(name, served), name).toEqual(["'self'"]);
    }
  });

  it("asks for https only where the site is served by https", () => {
    expect(directive("upgrade-insecure-requests", served)).toEqual([]);
    expect(directive("upgrade-insecure-requests", { ...served, https: false })).toBeUndefined();
  });
});

describe("framing", () => {
  it("is refused to everybody, or allowed to the site itself", () => {
    expect(directive("frame-ancestors", served)).toEqual(["'none'"]);
    expect(directive("frame-ancestors", { ...served, framing: "self" })).toEqual(["'self'"]);
  });
});

describe("under next dev", () => {
  const development = { ...served, development: true };

  it("allows what hot reload needs, without hashes, which would switch 'unsafe-inline' off", () => {
    expect(directive("script-src", development)).toEqual(["'self'", "'unsafe-inline'", "'unsafe-eval'"]);
    expect(directive("style-src", development)).toEqual(["'self'", "'unsafe-inline'"]);
  });

  it("still refuses foreign origins", () => {
    expect(directive("connect-src", development)).toEqual(["'self'"]);
  });
});

describe("a nonce", () => {
  it("is a CSP source with 128 random bits", () => {
    expect(nonceSource()).toMatch(/^'nonce-[A-Za-z0-9+/]{22}=='$/);
    expect(nonceSource()).not.toBe(nonceSource());
  });
});
