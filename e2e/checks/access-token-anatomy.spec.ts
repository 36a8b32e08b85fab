import { type APIRequestContext, request as newRequest, test } from "@playwright/test";
import { z } from "zod";
import meta from "@/content/lessons/access-token-anatomy/meta";
import type { CheckContext } from "../fixtures/check";
import { describeChecks } from "../fixtures/checks";
import { Forger } from "../fixtures/forger";
import { Lab } from "../fixtures/lab";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const { ada, linus } = seededUsers;

const answerSchema = z.object({ invoices: z.array(z.object({ userId: z.string() })) });

/** Sends a token to the invoices API, and nothing else: it knows no cookie but the lab's. */
async function present(request: APIRequestContext, token: string) {
  const headers = { Authorization: `Bearer ${token}`, "X-Lab-Actor": "attacker" };
  const answer = await request.get("/api/invoices", { headers });
  const text = await answer.text();
  const invoices = answer.ok() ? answerSchema.parse(JSON.parse(text)).invoices : [];
  return {
    status: answer.status(),
    headers: answer.headers(),
    text,
    owners: invoices.map(({ userId }) => userId),
  };
}

/** A token that must not be let in. What an answer gave away says more than its status. */
async function expectRefused(request: APIRequestContext, token: string): Promise<void> {
  const { status, owners } = await present(request, token);
  const given = owners.length === 0 ? "nothing" : `invoices of ${owners.join(", ")}`;
  expect(given, "what the API gave away").toBe("nothing");
  expect(status).toBe(401);
}

const forging = async ({ lab }: CheckContext) => Forger.with(lab.request, linus);

async function revoke(request: APIRequestContext, token: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await request.post("/api/invoices/revoke", { headers });
  expect(answer.status(), "the API takes the revocation").toBe(204);
  expect((await present(request, token)).status, "the revoked token itself").toBe(401);
}

describeChecks(meta, {
  genuine: async ({ lab }) => {
    const member = await Forger.with(lab.request, linus);
    expect((await present(lab.request, member.own)).owners).toEqual(["user-linus"]);
    const admin = await Forger.with(lab.request, ada);
    expect((await present(lab.request, admin.own)).owners).toEqual(["user-ada", "user-grace", "user-linus"]);
  },

  "key-rotation": async ({ lab }) => {
    const before = await Forger.with(lab.request, linus);
    await lab.rotateKeys();
    const after = await Forger.with(lab.request, linus);
    expect(after.header.kid).not.toBe(before.header.kid);
    for (const { own } of [before, after]) expect((await present(lab.request, own)).status).toBe(200);
  },

  "tampered-role": async (context) => {
    const forger = await forging(context);
    await expectRefused(context.lab.request, forger.withClaims(forger.adminClaims));
  },

  "alg-none": async (context) => {
    await expectRefused(context.lab.request, (await forging(context)).unsigned("none"));
  },

  "alg-none-respelt": async (context) => {
    await expectRefused(context.lab.request, (await forging(context)).unsigned("noNE"));
  },

  "public-key-as-secret": async (context) => {
    const forger = await forging(context);
    await expectRefused(context.lab.request, forger.withSecret(await forger.publicPem()));
  },

  "key-in-header": async (context) => {
    const forger = await forging(context);
    await expectRefused(
      context.lab.request,
      forger.withOwnKey((jwk) => ({ jwk })),
    );
  },

  "key-address": async (context) => {
    const forger = await forging(context);
    const address = "https://attacker.example/jwks.json";
    await expectRefused(
      context.lab.request,
      forger.withOwnKey(() => ({ jku: address, x5u: address })),
    );
  },

  "kid-nowhere": async (context) => {
    const forger = await forging(context);
    await expectRefused(context.lab.request, forger.withSecret("", { kid: "../../../dev/null" }));
  },

  "another-issuer": async ({ lab }) => {
    const { baseURL = "" } = test.info().project.use;
    const elsewhere = await newRequest.newContext({ baseURL });
    const other = await Lab.open(elsewhere);
    const { own } = await Forger.with(other.request, ada);
    await expectRefused(lab.request, own);
    await elsewhere.dispose();
  },

  "id-token": async (context) => {
    await expectRefused(context.lab.request, await (await forging(context)).stray("id-token"));
  },

  "other-audience": async (context) => {
    await expectRefused(context.lab.request, await (await forging(context)).stray("other-audience"));
  },

  expired: async (context) => {
    const forger = await forging(context);
    await expectRefused(context.lab.request, await forger.stray("yesterday"));
    await context.lab.advance(16 * 60);
    await expectRefused(context.lab.request, forger.own);
  },

  "without-exp": async (context) => {
    await expectRefused(context.lab.request, await (await forging(context)).stray("without-exp"));
  },

  respelled: async (context) => {
    const forger = await forging(context);
    await expectRefused(context.lab.request, forger.respelled());
    await revoke(context.lab.request, forger.own);
    await expectRefused(context.lab.request, forger.respelled());
  },

  twin: async (context) => {
    const forger = await forging(context);
    await revoke(context.lab.request, forger.own);
    await expectRefused(context.lab.request, forger.twin());
  },

  garbage: async ({ lab }) => {
    const bare = await lab.request.get("/api/invoices");
    expect(bare.status()).toBe(401);
    expect(bare.headers()["www-authenticate"]).toBe("Bearer");
    const answers = new Set<string>();
    for (const token of ["x", "..", "a.b.c", "e30.e30.e30", `${"x".repeat(9_000)}.x.x`, "null.null.null"]) {
      const { status, headers, text } = await present(lab.request, token);
      expect(status, token.slice(0, 20)).toBe(401);
      answers.add(`${headers["www-authenticate"]} ${text}`);
    }
    expect([...answers], "all refusals look alike").toHaveLength(1);
    expect([...answers][0]).toMatch(/^Bearer error="invalid_token" /);
  },

  "reason-recorded": async (context) => {
    const { lab } = context;
    const forger = await forging(context);
    const sent = {
      "wrong-type": await forger.stray("id-token"),
      "wrong-audience": await forger.stray("other-audience"),
      expired: await forger.stray("yesterday"),
      "bad-signature": forger.withClaims(forger.adminClaims),
    };
    const start = await lab.lastSeq();
    for (const token of Object.values(sent)) await present(lab.request, token);
    const notes = (await lab.events(start)).filter(({ name }) => name.startsWith("token."));
    expect(notes.map(({ name, code }) => `${name} ${code}`).join(", "), "what the log says").toBe(
      Object.keys(sent)
        .map((reason) => `token.refused ${reason}`)
        .join(", "),
    );
  },
});
