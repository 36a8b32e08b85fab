import { describe, expect, it } from "vitest";
import { EnvironmentError, LOCAL_CLIENT, readEnvironment, readSiteUrl, requireSecret } from "@/lib/env";
import { passwordCostNames } from "@/mock-backend/domain/password-costs";
import {
  clientEnvironmentSchema as backendEnvironment,
  LOCAL_CLIENT_SECRET,
} from "@/mock-backend/environment";

const SECRET = "0123456789abcdef0123456789abcdef";

function refusal(
  source: Record<string, string>,
  read: (source: Record<string, string>) => unknown = readEnvironment,
): EnvironmentError {
  try {
    read(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error;
    throw error;
  }
  throw new Error("the environment was accepted");
}

describe("with nothing set", () => {
  it("serves http://localhost:3000 on this machine only, against the embedded backend", () => {
    expect(readEnvironment({})).toEqual({
      siteUrl: new URL("http://localhost:3000"),
      isHttps: false,
      isPublic: false,
      port: 3000,
      host: "localhost",
      trustedProxies: [],
      limitsLoopback: false,
      logsRequests: false,
      secret: undefined,
      backend: { url: undefined, clientId: LOCAL_CLIENT.id, clientSecret: LOCAL_CLIENT.secret },
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readEnvironment({ NEXTAUTH_URL: "", PORT: " ", NEXTAUTH_SECRET: "" })).toEqual(
      readEnvironment({}),
    );
  });
});

describe("a proxy in front", () => {
  it("is trusted when it is named", () => {
    const { trustedProxies } = readEnvironment({ TRUSTED_PROXY: "loopback, 10.0.0.0/8,2001:db8::1" });
    expect(trustedProxies).toEqual(["loopback", "10.0.0.0/8", "2001:db8::1"]);
  });

  it.each(["proxy.example", "10.0.0.0/33", "10.0.0.1,", "0.0.0.0/0", "::/0", "1"])(
    "refuses %s",
    (TRUSTED_PROXY) => {
      expect(refusal({ TRUSTED_PROXY })).toMatchObject({ code: "malformed", variable: "TRUSTED_PROXY" });
    },
  );
});

it("logs requests as JSON or not at all", () => {
  expect(readEnvironment({ ACCESS_LOG: "json" }).logsRequests).toBe(true);
  expect(refusal({ ACCESS_LOG: "combined" })).toMatchObject({ code: "malformed", variable: "ACCESS_LOG" });
});

describe("the port", () => {
  it("moves the site's URL with it", () => {
    expect(readEnvironment({ PORT: "3999" }).siteUrl.href).toBe("http://localhost:3999/");
  });

  it("follows a local NEXTAUTH_URL", () => {
    expect(readEnvironment({ NEXTAUTH_URL: "http://localhost:3999" }).port).toBe(3999);
  });

  it("does not follow a public NEXTAUTH_URL, which names the proxy's", () => {
    const source = { NEXTAUTH_URL: "https://learn.example:8443", NEXTAUTH_SECRET: SECRET };
    expect(readEnvironment(source).port).toBe(3000);
  });

  it.each(["0", "65536", "-1", "3000.5", "1e3", "three"])("refuses %s", (PORT) => {
    expect(refusal({ PORT })).toMatchObject({ code: "malformed", variable: "PORT" });
  });
});

describe("a public site", () => {
  const site = { NEXTAUTH_URL: "https://learn.example" };

  it("listens on every interface, unless HOST says otherwise", () => {
    expect(readEnvironment({ ...site, NEXTAUTH_SECRET: SECRET }).host).toBeUndefined();
    expect(readEnvironment({ ...site, NEXTAUTH_SECRET: SECRET, HOST: "10.0.0.7" }).host).toBe("10.0.0.7");
  });

  it("is refused over http", () => {
    const error = refusal({ NEXTAUTH_URL: "http://learn.example", NEXTAUTH_SECRET: SECRET });
    expect(error.code).toBe("insecure_url");
    expect(error.message).toContain("use https://learn.example");
  });

  it("is refused without a secret", () => {
    expect(refusal(site)).toMatchObject({ code: "missing_secret", variable: "NEXTAUTH_SECRET" });
  });

  it("is refused with a secret that can be guessed", () => {
    expect(refusal({ ...site, NEXTAUTH_SECRET: SECRET.slice(1) }).code).toBe("weak_secret");
  });

  it("is refused with password hashes that protect nobody", () => {
    const cheap = { NEXTAUTH_SECRET: SECRET, BACKEND_PASSWORD_COST: "tests" };
    expect(refusal({ ...site, ...cheap }).code).toBe("weak_passwords");
    expect(readEnvironment(cheap).isPublic).toBe(false);
    for (const BACKEND_PASSWORD_COST of ["class", "owasp"]) {
      const source = { ...site, NEXTAUTH_SECRET: SECRET, BACKEND_PASSWORD_COST };
      expect(readEnvironment(source).isPublic).toBe(true);
    }
  });
});

it("refuses an amount of memory that the embedded backend would refuse", () => {
  for (const BACKEND_MEMORY_MB of ["7", "65537", "256MB", "1.5"]) {
    expect(refusal({ BACKEND_MEMORY_MB })).toMatchObject({
      code: "malformed",
      variable: "BACKEND_MEMORY_MB",
    });
  }
  expect(readEnvironment({ BACKEND_MEMORY_MB: "64" }).isPublic).toBe(false);
});

describe("an address with more than a host", () => {
  const addresses = [
    "https://learn.example/app",
    "https://learn.example/api/auth",
    "https://learn.example/?x=1",
    "https://learn.example/#top",
    "https://ada:hunter2@learn.example",
  ];

  it.each(addresses)("%s is refused in words that say what to use", (NEXTAUTH_URL) => {
    for (const read of [readEnvironment, readSiteUrl]) {
      const error = refusal({ NEXTAUTH_URL, NEXTAUTH_SECRET: SECRET }, read);
      expect(error).toMatchObject({ code: "not_an_origin", variable: "NEXTAUTH_URL" });
      expect(error.message).toMatch(/: use https:\/\/learn\.example\.$/);
      expect(error.message).not.toContain("hunter2");
    }
  });

  it("is refused on this machine as well", () => {
    expect(refusal({ NEXTAUTH_URL: "http://localhost:3000/app" }).code).toBe("not_an_origin");
  });

  it("does not begin with the slash that ends an origin", () => {
    const source = { NEXTAUTH_URL: "https://learn.example/", NEXTAUTH_SECRET: SECRET };
    expect(readEnvironment(source).siteUrl.origin).toBe("https://learn.example");
  });
});

describe("the secret of the session cookie", () => {
  it("is what is set", () => {
    expect(requireSecret({ NEXTAUTH_SECRET: SECRET })).toBe(SECRET);
  });

  it.each([{}, { NEXTAUTH_SECRET: "" }, { NEXTAUTH_SECRET: "  " }])("is required: %o", (source) => {
    expect(refusal(source, requireSecret)).toMatchObject({
      code: "missing_secret",
      variable: "NEXTAUTH_SECRET",
      message: expect.stringContaining("openssl rand"),
    });
  });
});

describe("what counts as this machine", () => {
  it.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://127.1.2.3", "http://[::1]:3000"])(
    "%s is local",
    (NEXTAUTH_URL) => expect(readEnvironment({ NEXTAUTH_URL }).isPublic).toBe(false),
  );

  it.each([
    "https://localhost.example",
    "https://127.example",
    "https://192.168.1.4",
    "https://a.localhost.example",
  ])("%s is public", (NEXTAUTH_URL) =>
    expect(readEnvironment({ NEXTAUTH_URL, NEXTAUTH_SECRET: SECRET }).isPublic).toBe(true),
  );
});

describe("the backend", () => {
  it("and the app embed the same client secret", () => {
    expect(LOCAL_CLIENT.secret).toBe(LOCAL_CLIENT_SECRET);
  });

  it("may be on this machine with the published client secret", () => {
    const { backend } = readEnvironment({ BACKEND_URL: "http://127.0.0.1:4000" });
    expect(backend.clientSecret).toBe(LOCAL_CLIENT.secret);
  });

  it("may be elsewhere only with a client secret of its own", () => {
    const BACKEND_URL = "https://api.example";
    expect(refusal({ BACKEND_URL })).toMatchObject({
      code: "missing_client_secret",
      variable: "BACKEND_CLIENT_SECRET",
    });
    expect(readEnvironment({ BACKEND_URL, BACKEND_CLIENT_SECRET: "s" }).backend.clientSecret).toBe("s");
  });
});

describe("every refusal", () => {
  it.each([
    { PORT: "x" },
    { NEXTAUTH_URL: "localhost:3000" },
    { NEXTAUTH_URL: "ftp://localhost" },
    { BACKEND_URL: "nope" },
    { NEXTAUTH_URL: "https://learn.example" },
    { NEXTAUTH_URL: "https://learn.example/app" },
  ])("is one line that starts with the variable: %o", (source) => {
    const error = refusal(source as Record<string, string>);
    expect(error.message.startsWith(error.variable)).toBe(true);
    expect(error.message).not.toContain("\n");
  });

  it("never repeats a secret", () => {
    const error = refusal({ NEXTAUTH_URL: "https://learn.example", NEXTAUTH_SECRET: "hunter2" });
    expect(error.message).not.toContain("hunter2");
  });
});

it("knows the same costs of a password as the backend, and no others", () => {
  for (const BACKEND_PASSWORD_COST of passwordCostNames) {
    expect(() => readEnvironment({ BACKEND_PASSWORD_COST })).not.toThrow();
  }
  expect(refusal({ BACKEND_PASSWORD_COST: "free" })).toMatchObject({
    code: "malformed",
    variable: "BACKEND_PASSWORD_COST",
  });
  expect(backendEnvironment.parse({}).BACKEND_PASSWORD_COST).toBe("class");
});

it("has the embedded backend's own credentials as its defaults", () => {
  const backend = backendEnvironment.parse({});
  expect(LOCAL_CLIENT).toEqual({ id: backend.BACKEND_CLIENT_ID, secret: backend.BACKEND_CLIENT_SECRET });
});

describe("the address that a build is made for", () => {
  it("is the public one, though its secret is not there yet", () => {
    expect(readSiteUrl({ NEXTAUTH_URL: "https://learn.example" }).origin).toBe("https://learn.example");
  });

  it("is this machine where nothing says otherwise, at the port that will be listened to", () => {
    expect(readSiteUrl({}).origin).toBe("http://localhost:3000");
    expect(readSiteUrl({ PORT: "3001" }).origin).toBe("http://localhost:3001");
  });

  it("is refused where it is no address", () => {
    expect(() => readSiteUrl({ NEXTAUTH_URL: "learn.example" })).toThrow(/NEXTAUTH_URL/);
  });
});
