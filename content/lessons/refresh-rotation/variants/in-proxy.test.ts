import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { NextRequest, NextResponse } from "next/server";
import { getServerSession } from "next-auth";
import { decode, encode, type JWT } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { inProxy } from "./in-proxy";
import { session } from "./session-cookie.fixture";

vi.mock("@/lib/backend/tokens");

const CHUNK = 3933;
let signIns = 0;

beforeEach(() => {
  vi.mocked(refreshTokens)
    .mockReset()
    .mockImplementation(async (refreshToken) => ({
      accessToken: "A2",
      accessExpiresAt: now() + 900,
      refreshToken: `${refreshToken}-successor`,
    }));
});

function expired(more: Partial<JWT> = {}): JWT {
  signIns += 1;
  return {
    accessToken: "A1",
    accessExpiresAt: now() - 1,
    refreshToken: "R1",
    family: `f${signIns}`,
    ...more,
  };
}

async function requestWith(
  token: JWT,
  path = "/notes",
  headers: Record<string, string> = {},
  method = "GET",
) {
  const value = await encode({ token, secret: session.secret });
  const parts = value.match(new RegExp(`.{1,${CHUNK}}`, "g")) ?? [];
  const cookie = parts
    .map((part, index) => `${parts.length > 1 ? `${session.name}.${index}` : session.name}=${part}`)
    .join("; ");
  return new NextRequest(`http://localhost${path}`, { method, headers: { ...headers, cookie } });
}

async function throughProxy(request: NextRequest) {
  const response = NextResponse.next();
  (await inProxy.proxy?.(request, session))?.(response);
  return response;
}

function joined(cookies: { name: string; value: string }[]): string {
  return cookies
    .filter(({ name, value }) => name.startsWith(session.name) && value !== "")
    .map(({ value }) => value)
    .join("");
}

async function inside(cookies: { name: string; value: string }[]) {
  return decode({ token: joined(cookies), secret: session.secret });
}

test("an expired session is new on the request, which renders now, and on the response, which the browser keeps", async () => {
  const request = await requestWith(expired());
  const response = await throughProxy(request);
  expect(await inside(request.cookies.getAll())).toMatchObject({ refreshToken: "R1-successor" });
  expect(await inside(response.cookies.getAll())).toMatchObject({ refreshToken: "R1-successor" });
  expect(response.headers.get("set-cookie")).toMatch(/HttpOnly/i);
});

test("the response's cookies read the same later, so that Next recognises them and sets none twice", async () => {
  const long = expired({ accessToken: "A".repeat(6_000) });
  const lines = (await throughProxy(await requestWith(long))).headers.getSetCookie();
  expect(lines.length, "lines, some of which delete a chunk").toBeGreaterThan(1);
  vi.useFakeTimers({ now: Date.now() + 5_000, toFake: ["Date"] });
  for (const line of lines) {
    const { cookies } = new NextResponse(null, { headers: { "Set-Cookie": line } });
    for (const cookie of cookies.getAll()) cookies.set(cookie);
    expect(cookies.toString()).toBe(line);
  }
  vi.useRealTimers();
});

test("a fresh session is left alone", async () => {
  const request = await requestWith(expired({ accessExpiresAt: now() + 900 }));
  const before = request.cookies.toString();
  expect((await throughProxy(request)).cookies.getAll()).toEqual([]);
  expect(request.cookies.toString()).toBe(before);
  expect(refreshTokens).not.toHaveBeenCalled();
});

test("a session of several cookies shrinks to one: the chunks left over go, on both sides", async () => {
  vi.mocked(refreshTokens).mockResolvedValue({
    accessToken: "A2",
    accessExpiresAt: now() + 900,
    refreshToken: "R2",
  });
  const request = await requestWith(expired({ accessToken: "A".repeat(6_000) }));
  expect(request.cookies.getAll().length).toBeGreaterThan(1);
  const response = await throughProxy(request);
  expect(request.cookies.getAll().map(({ name }) => name)).toEqual([session.name]);
  expect(response.cookies.getAll().filter(({ value }) => value === "").length).toBeGreaterThan(1);
  expect(await inside(response.cookies.getAll())).toMatchObject({ refreshToken: "R2" });
});

test("a session of one cookie grows to several: the single one goes, on both sides", async () => {
  vi.mocked(refreshTokens).mockResolvedValue({
    accessToken: "A".repeat(6_000),
    accessExpiresAt: now() + 900,
    refreshToken: "R2",
  });
  const request = await requestWith(expired());
  const response = await throughProxy(request);
  const names = request.cookies.getAll().map(({ name }) => name);
  expect(names).not.toContain(session.name);
  expect(names).toContain(`${session.name}.0`);
  expect(response.cookies.get(session.name)?.value).toBe("");
  expect(await inside(request.cookies.getAll())).toMatchObject({ refreshToken: "R2" });
  expect(Math.max(...response.cookies.getAll().map(({ value }) => value.length))).toBeLessThanOrEqual(CHUNK);
});

test("at the session endpoint the session is new on the request alone: NextAuth writes the response's", async () => {
  const request = await requestWith(expired(), "/api/auth/session");
  expect((await throughProxy(request)).headers.getSetCookie()).toEqual([]);
  expect(await inside(request.cookies.getAll())).toMatchObject({ refreshToken: "R1-successor" });
});

test("there, the chunks left over stay in the request and are empty, so that NextAuth deletes them", async () => {
  const long = expired({ accessToken: "A".repeat(6_000) });
  const request = await requestWith(long, "/api/auth/session");
  const names = request.cookies.getAll().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(1);
  expect((await throughProxy(request)).headers.getSetCookie()).toEqual([]);
  for (const name of names) expect(request.cookies.get(name)?.value, name).toBe("");
  expect(await inside(request.cookies.getAll())).toMatchObject({ refreshToken: "R1-successor" });
  const written = await writtenByNextAuth(request);
  expect(written.filter(({ name }) => names.includes(name)).map(({ value }) => value)).toEqual(
    names.map(() => ""),
  );
  expect(new Set(written.map(({ name }) => name)).size).toBe(names.length + 1);
  expect(await inside(written)).toMatchObject({ refreshToken: "R1-successor" });
});

/** The session cookies that NextAuth's session endpoint answers a request with. */
async function writtenByNextAuth(request: NextRequest): Promise<{ name: string; value: string }[]> {
  const cookies = Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]));
  const incoming = Object.assign(new IncomingMessage(new Socket()), { cookies });
  const response = new ServerResponse(incoming);
  await getServerSession(incoming, response, {
    providers: [],
    secret: session.secret,
    cookies: { sessionToken: { name: session.name, options: session.options } },
    logger: { warn: () => {} },
  });
  return [response.getHeader("Set-Cookie") ?? []]
    .flat()
    .map((line) => /^([^=]+)=([^;]*)/.exec(String(line)))
    .map((match) => ({ name: match?.[1] ?? "", value: match?.[2] ?? "" }))
    .filter(({ name }) => name.startsWith(session.name));
}

test.each(["HEAD", "POST"])(
  "%s at the session endpoint may be answered without the cookie, and refreshes nothing",
  async (method) => {
    await throughProxy(await requestWith(expired(), "/api/auth/session", {}, method));
    expect(refreshTokens).not.toHaveBeenCalled();
  },
);

test("requests of one sign-in that arrive together share one refresh", async () => {
  const token = expired();
  const requests = await Promise.all(Array.from({ length: 5 }, () => requestWith(token)));
  await Promise.all(requests.map(throughProxy));
  expect(refreshTokens).toHaveBeenCalledTimes(1);
  for (const request of requests) {
    expect(await inside(request.cookies.getAll())).toMatchObject({ refreshToken: "R1-successor" });
  }
});

test("two sign-ins never share one", async () => {
  const requests = [await requestWith(expired()), await requestWith(expired())];
  await Promise.all(requests.map(throughProxy));
  expect(refreshTokens).toHaveBeenCalledTimes(2);
});

test.each([
  ["/notes", { "sec-purpose": "prefetch;prerender" }],
  ["/notes", { purpose: "prefetch" }],
  ["/api/auth/signout", {}],
  ["/api/auth/callback/credentials", {}],
])("%s %o refreshes nothing", async (path, headers) => {
  await throughProxy(await requestWith(expired(), path, headers));
  expect(refreshTokens).not.toHaveBeenCalled();
});

test("an outage keeps the session, and the next request tries again", async () => {
  vi.mocked(refreshTokens).mockRejectedValueOnce(new BackendError("unavailable"));
  const token = expired();
  const request = await requestWith(token);
  expect((await throughProxy(request)).cookies.getAll()).toEqual([]);
  expect(await inside((await throughProxy(await requestWith(token))).cookies.getAll())).toMatchObject({
    refreshToken: "R1-successor",
  });
});

test("a refusal is written into the session, so that nobody asks again", async () => {
  vi.mocked(refreshTokens).mockRejectedValue(new BackendError("refused"));
  const response = await throughProxy(await requestWith(expired()));
  expect(await inside(response.cookies.getAll())).toMatchObject({ error: "RefreshTokenError" });
});

test("a request without a session, or with somebody else's cookie, passes", async () => {
  const foreign = new NextRequest("http://localhost/notes", {
    headers: { cookie: `${session.name}=nonsense` },
  });
  expect((await throughProxy(new NextRequest("http://localhost/notes"))).cookies.getAll()).toEqual([]);
  expect((await throughProxy(foreign)).cookies.getAll()).toEqual([]);
});
