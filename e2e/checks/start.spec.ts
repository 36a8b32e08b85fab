import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { z } from "zod";
import meta from "@/content/lessons/start/meta";
import { describeChecks } from "../fixtures/checks";
import { seenIn } from "../fixtures/seen";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const { ada } = seededUsers;
const loginSchema = z.object({ expires_in: z.number() });
const jwksSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

describeChecks(meta, {
  "session-cookie-is-encrypted": async ({ visitor }) => {
    await visitor.signInByRequest(ada);
    const { raw, accessToken, ...claims } = await visitor.insideSessionCookie();
    const [header, encryptedKey, ...rest] = raw.split(".");
    expect(rest).toHaveLength(3);
    // RFC 7516 §5.1: with "dir" the key is agreed, so its part is empty.
    expect(encryptedKey).toBe("");
    expect(JSON.parse(Buffer.from(header ?? "", "base64url").toString())).toEqual({
      alg: "dir",
      enc: "A256GCM",
    });
    for (const part of rest) {
      const bytes = Buffer.from(part, "base64url").toString("latin1");
      expect(bytes).not.toContain("accessToken");
      expect(bytes).not.toContain(accessToken);
    }
    // And the server, which has the secret, reads it.
    expect(claims).toMatchObject({ email: ada.email });
  },

  "cookie-is-not-a-bearer-token": async ({ visitor }) => {
    await visitor.signInByRequest(ada);
    const { raw, accessToken } = await visitor.insideSessionCookie();
    const me = (token: string | null) =>
      visitor.request.get("/mock-backend/v1/me", { headers: { Authorization: `Bearer ${token}` } });
    expect((await me(raw)).status()).toBe(401);
    expect((await me(accessToken)).status()).toBe(200);
  },

  "reading-renews-the-cookie": async ({ visitor }) => {
    await visitor.signInByRequest(ada);
    const first = await visitor.insideSessionCookie();
    await visitor.session();
    const second = await visitor.insideSessionCookie();
    await visitor.session();
    const third = await visitor.insideSessionCookie();
    expect(new Set([first.raw, second.raw, third.raw]).size).toBe(3);
    expect(third.accessToken).toBe(first.accessToken);
  },

  "access-token-is-signed": async ({ visitor }) => {
    await visitor.signInByRequest(ada);
    const accessToken = (await visitor.insideSessionCookie()).accessToken ?? "";
    expect(accessToken.split(".")).toHaveLength(3);
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: "ES256", typ: "at+jwt" });
    expect(decodeJwt(accessToken)).toMatchObject({ roles: ["admin"], sub: expect.any(String) });
    const claims = JSON.stringify(decodeJwt(accessToken));
    for (const personal of [ada.email, "Ada", "Lovelace"]) expect(claims).not.toContain(personal);

    const answer = await visitor.request.get("/mock-backend/.well-known/jwks.json");
    const keys = createLocalJWKSet(jwksSchema.parse(await answer.json()));
    const verified = await jwtVerify(accessToken, keys, { algorithms: ["ES256"], typ: "at+jwt" });
    expect(verified.payload.exp).toBeGreaterThan(Date.now() / 1000);

    const [header, , signature] = accessToken.split(".");
    const forged = Buffer.from(JSON.stringify({ ...decodeJwt(accessToken), roles: ["root"] })).toString(
      "base64url",
    );
    await expect(jwtVerify(`${header}.${forged}.${signature}`, keys)).rejects.toThrow(
      "signature verification failed",
    );
  },

  "refresh-token-is-opaque": async ({ visitor, lab }) => {
    await visitor.signInByRequest(ada);
    const refreshToken = (await visitor.insideSessionCookie()).refreshToken ?? "";
    expect(refreshToken).toMatch(/^[A-Za-z0-9_-]{43,}$/);
    expect(JSON.stringify(await lab.state())).not.toContain(refreshToken);

    const answer = await visitor.request.post("/mock-backend/v1/auth/refresh", {
      data: { refresh_token: refreshToken },
    });
    expect(answer.status()).toBe(200);
    expect(await answer.text()).not.toContain(refreshToken);
  },

  "lifetimes-differ": async ({ visitor, lab }) => {
    await visitor.signInByRequest(ada);
    const [login] = await lab.responses("/v1/auth/login");
    const body = login?.detail.response.body;
    const { expires_in } = loginSchema.parse(typeof body === "string" ? JSON.parse(body) : body);
    expect(expires_in, "the seconds that the backend names").toBe(15 * 60);
    const { accessToken } = await visitor.insideSessionCookie();
    const { iat = 0, exp } = decodeJwt(accessToken ?? "");
    expect(exp, "the end inside the access token").toBe(iat + expires_in);
    await lab.advance(expires_in + 10);
    const answer = await visitor.request.get("/mock-backend/v1/me", {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    expect(answer.status()).toBe(401);
    expect(answer.headers()["www-authenticate"]).toContain('error="invalid_token"');
    expect((await visitor.session()).user?.name).toMatch(/^Ada/);
  },

  "refresh-before-render": async ({ visitor, lab }) => {
    await visitor.signInByRequest(ada);
    const before = await visitor.insideSessionCookie();
    await lab.advance(15 * 60 + 10);
    const after = await lab.lastSeq();

    const answer = await visitor.request.get("/notes");
    expect(seenIn(await answer.text()), "the page shows").toBe("the notes");
    expect(await lab.requests("POST /v1/auth/refresh", after), "refreshes for one page").toHaveLength(1);
    // A Server Component cannot set a cookie: what comes with the page was written before the page rendered.
    const written = answer
      .headersArray()
      .filter(({ name, value }) => name.toLowerCase() === "set-cookie" && value.includes("session-token"));
    expect(written.length, "session cookies in the page's answer").toBeGreaterThan(0);
    const { refreshToken } = await visitor.insideSessionCookie();
    expect(refreshToken, "the browser now has").toBe((await lab.issuedTokens()).refreshToken);
    expect(refreshToken).not.toBe(before.refreshToken);
  },
});
