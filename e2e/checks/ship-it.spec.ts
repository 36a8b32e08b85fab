import { z } from "zod";
import meta from "@/content/lessons/ship-it/meta";
import { scenarios } from "@/content/lessons/ship-it/scenarios";
import { type ActionName, Attacker, type Caller } from "../fixtures/attacker";
import { BackendAdmin } from "../fixtures/backend-admin";
import type { CheckContext } from "../fixtures/check";
import { describeChecks } from "../fixtures/checks";
import type { Lab } from "../fixtures/lab";
import { scenarioChecks } from "../fixtures/scenario-check";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const { ada, grace, linus } = seededUsers;

const DAY_SECONDS = 86_400;

/** Lines of the list are many: each check is requests, and no page. */
describeChecks(meta, {
  ...scenarioChecks(scenarios),

  "two-fields": async ({ visitor, lab }) => {
    await visitor.signInByRequest(ada);
    const [login] = await lab.requests("POST /v1/auth/login");
    expect(login?.detail.request.fields, "what the backend receives").toEqual(["email", "password"]);
  },

  "outage-is-named": async ({ visitor, lab }) => {
    await lab.fault("outage");
    expect(await visitor.trySignIn(ada), "to the app, an outage is").toBe("Unavailable");
    expect(await visitor.session(), "the session after it").toEqual({});
  },

  "nonsense-signs-nobody-in": async ({ visitor, lab }) => {
    await lab.fault("malformed");
    await visitor.trySignIn(ada);
    expect(await visitor.session(), "the session after a reply that makes no sense").toEqual({});
  },

  "no-token-in-session": async ({ visitor, lab }) => {
    await visitor.signInByRequest(ada);
    const json = await (await visitor.request.get("/api/auth/session")).text();
    const { accessToken, refreshToken } = await lab.issuedTokens();
    const found = [accessToken, refreshToken].filter((token) => json.includes(token)).length;
    expect(found, "tokens in the session's JSON").toBe(0);
  },

  "one-lifetime": async ({ context, visitor }) => {
    await visitor.signInByRequest(ada);
    const cookie = (await context.cookies()).find(({ name }) => name.endsWith("session-token"));
    expect(cookie, "the cookie").toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
    const { exp } = await visitor.insideSessionCookie();
    const daysMore = Math.round(Math.abs(exp - (cookie?.expires ?? 0)) / DAY_SECONDS);
    expect(daysMore, "days by which the token inside outlives the cookie").toBe(0);
  },

  "role-not-raised": async ({ visitor }) => {
    await visitor.signInByRequest(grace);
    await visitor.updateSession({ role: "admin", user: { role: "admin" } });
    expect((await visitor.insideSessionCookie()).role, "the role in the cookie").toBe("member");
  },

  "bogus-refresh-token": async ({ lab }) => {
    const answers = await Promise.all(
      ["x".repeat(43), "", "eyJhbGciOiJub25lIn0.e30."].map((token) => refresh(lab, token)),
    );
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(answers[0]?.error).toBe("invalid_grant");
  },

  "forged-token": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const { accessToken } = await lab.issuedTokens();
    const answers = async (path: string, token: string) => {
      const headers = { Authorization: `Bearer ${token}` };
      return (await visitor.request.get(path, { headers })).status();
    };
    const [header = "", payload = "", signature = ""] = accessToken.split(".");
    const claims = z.looseObject({}).parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const raised = encoded({ ...claims, roles: ["admin"] });
    const unsigned = `${encoded({ alg: "none", typ: "at+jwt" })}.${payload}.`;
    // The invoices API goes by the verifier that the lab has chosen, and the backend by its own.
    for (const [who, path] of [
      ["the invoices API", "/api/invoices"],
      ["the backend", "/mock-backend/v1/me"],
    ] as const) {
      expect(await answers(path, accessToken), `to the token as issued, ${who} answers`).toBe(200);
      expect(await answers(path, unsigned), `to the same without a signature, ${who} answers`).toBe(401);
      const changed = `${header}.${raised}.${signature}`;
      expect(await answers(path, changed), `to the same with another role, ${who} answers`).toBe(401);
    }
  },

  "action-session": async (given) => {
    await attack(given, "deleteNote", ["note-grace-1"]);
  },

  "action-ownership": async (given) => {
    const { context } = given;
    const as = await new Attacker(context).signedIn(linus);
    await attack(given, "deleteNote", ["note-grace-1"], as);
  },

  "action-permission": async (given) => {
    const { context, lab } = given;
    const attacker = new Attacker(context);
    await attacker.learnId("setRole");
    const admin = await BackendAdmin.signIn(lab.request);
    await admin.change("user-grace", { role: "admin" });
    const as = await attacker.signedIn(grace);
    await admin.change("user-grace", { role: "member" });
    await attack(given, "setRole", ["user-grace", "admin"], as);
  },

  "action-input": async (given) => {
    const { context, lab } = given;
    const as = await new Attacker(context).signedIn(grace);
    await new Attacker(context).learnId("deleteNote");
    const after = await lab.lastSeq();
    await attack(given, "deleteNote", [["note-grace-1"]], as);
    const events = await lab.events(after);
    const asked = events.filter(({ type, name }) => type === "request" && name.startsWith("DELETE /v1/"));
    expect(asked.length, "requests to delete that reached the backend").toBe(0);
  },

  headers: async ({ visitor }) => {
    for (const address of ["/", "/lessons/ship-it", "/signin", "/notes", "/api/auth/session"]) {
      const headers = (await visitor.request.get(address, { maxRedirects: 0 })).headers();
      const policy = headers["content-security-policy"] ?? "";
      expect(policy, address).toContain("default-src 'none'");
      expect(policy, address).not.toContain("unsafe");
      expect(policy, address).toMatch(/frame-ancestors '(none|self)'/);
      expect(headers["x-content-type-options"], address).toBe("nosniff");
      expect(headers["referrer-policy"], address).toBe("same-origin");
    }
  },
});

async function refresh(lab: Lab, token: string): Promise<{ status: number; error: string | undefined }> {
  const data = { refresh_token: token };
  const answer = await lab.request.post("/mock-backend/v1/auth/refresh", { data });
  const { error } = z.object({ error: z.string().optional() }).parse(await answer.json());
  return { status: answer.status(), error };
}

/** Posts an action, and holds the backend's own word against what it said before. */
async function attack({ context, lab }: CheckContext, action: ActionName, args: unknown, as?: Caller) {
  const attacker = new Attacker(context);
  await attacker.learnId(action);
  const before = await record(lab);
  await attacker.post(action, args, {
    ...(as && { as }),
    path: action === "setRole" ? "/notes/admin" : "/notes",
  });
  expect(await record(lab), "what the backend has after the attack").toEqual(before);
}

async function record(lab: Lab): Promise<string[]> {
  const { notes, users } = await lab.state();
  return [...notes.map(({ id }) => id), ...users.map(({ id, role }) => `${id} is ${role}`)];
}
