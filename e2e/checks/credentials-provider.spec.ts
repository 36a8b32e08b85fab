import meta from "@/content/lessons/credentials-provider/meta";
import { describeChecks, inPage } from "../fixtures/checks";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const { ada, grace } = seededUsers;

describeChecks(meta, {
  "named-fields": async ({ visitor, lab }) => {
    await visitor.signInByRequest(ada);
    const logins = await lab.requests("POST /v1/auth/login");
    expect(logins).toHaveLength(1);
    expect(logins[0]?.detail.request.fields).toEqual(["email", "password"]);
  },

  "uniform-refusal": inPage(async ({ app, lab }) => {
    const wrongPassword = await app.refusedSignIn({ ...ada, password: "not-her-password" });
    const unknownUser = await app.refusedSignIn({ email: "nobody@example.com", password: ada.password });
    expect(unknownUser).toEqual(wrongPassword);
    expect((await lab.responses("/v1/auth/login")).map((answer) => answer.name)).toEqual(["401", "401"]);
  }),

  "retry-after": inPage(async ({ app, lab }) => {
    await lab.lockOut(grace.email);
    const guesses = (await lab.responses("/v1/auth/login")).map(({ name }) => name);
    expect(guesses, "what the backend answers to wrong passwords").toEqual([...Array(5).fill("401"), "429"]);
    await app.refusedSignIn(grace);
    const answers = await lab.responses("/v1/auth/login");
    const waitSeconds = Number(answers.at(-1)?.detail.response.headers["retry-after"]);
    expect(waitSeconds).toBeGreaterThan(0);
    await expect(app.alert).toContainText(`${waitSeconds} seconds`);

    await lab.advance(waitSeconds + 1);
    await app.signIn(grace);
  }),

  outage: inPage(async ({ app, visitor, lab }) => {
    await lab.fault("outage");
    await app.refusedSignIn(ada);
    await expect(app.alert).toContainText("not available right now");
    expect(await visitor.session()).toEqual({});

    await lab.fault("none");
    await app.signIn(ada);
  }),

  "client-refused": inPage(async ({ app, visitor, lab }) => {
    await lab.fault("client-refused");
    await app.refusedSignIn(ada);
    await expect(app.alert, "what the visitor is told").toContainText("not available right now");
    expect((await lab.responses("/v1/auth/login")).map(({ name, code }) => [name, code])).toEqual([
      ["401", "invalid_client"],
    ]);
    expect(await visitor.session()).toEqual({});

    await lab.fault("none");
    await app.signIn(ada);
  }),

  timeout: inPage(async ({ app, visitor, lab }) => {
    await lab.fault("timeout");
    await app.submitSignIn(ada);
    // The app's own time-out is five seconds: a visitor who still waits well after that has been left alone.
    await expect(app.alert, "what the visitor is told within nine seconds").toContainText(
      "not available right now",
      {
        timeout: 9_000,
      },
    );
    expect(await visitor.session()).toEqual({});
  }),

  malformed: inPage(async ({ app, visitor, lab }) => {
    await lab.fault("malformed");
    await app.submitSignIn(ada);
    await expect(app.alert).toContainText("not available right now");
    expect(await visitor.session()).toEqual({});
  }),

  "no-token-in-client": inPage(async ({ app, page, visitor, lab }) => {
    const scripts = app.collectScripts();
    await app.signIn(ada);
    const { accessToken, refreshToken, issuer } = await lab.issuedTokens();
    const loaded = await scripts();
    expect(loaded.length, "scripts that the browser loaded").toBeGreaterThan(0);
    const client = {
      "the session JSON": JSON.stringify(await visitor.session()),
      "the page's HTML": await page.content(),
      "the HTML as sent": await (await visitor.request.get("/notes")).text(),
      "the address": page.url(),
      "client storage": await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      ),
      "client JavaScript": loaded.join("\n"),
    };
    for (const [where, text] of Object.entries(client)) {
      expect(text, `an access token in ${where}`).not.toContain(accessToken);
      expect(text, `a refresh token in ${where}`).not.toContain(refreshToken);
      expect(text, `the backend's address in ${where}`).not.toContain(issuer);
      if (where !== "client JavaScript") expect(text, `a password in ${where}`).not.toContain(ada.password);
    }
  }),

  "cookie-lifetime": async ({ context, visitor }) => {
    await visitor.signInByRequest(ada);
    const cookie = (await context.cookies()).find(({ name }) =>
      name.endsWith("silent-refresh.session-token"),
    );
    const { httpOnly, sameSite, path } = cookie ?? {};
    expect({ httpOnly, sameSite, path }, "the flags of the session cookie").toEqual({
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
    });
    // Read before anything asks for the session: that would write the cookie anew.
    const inside = await visitor.insideSessionCookie();
    const ofCookie = Math.round(cookie?.expires ?? 0) - inside.exp;
    expect(
      Math.abs(ofCookie),
      `between the ends of the cookie and of the token inside it lie ${Math.abs(ofCookie)} s`,
    ).toBeLessThan(5);
    const session = await visitor.session();
    const ofSession = Math.round(Date.parse(session.expires ?? "") / 1000) - inside.exp;
    expect(
      Math.abs(ofSession),
      `between the ends of the session and of the token lie ${Math.abs(ofSession)} s`,
    ).toBeLessThan(15);
  },

  "update-cannot-raise-role": inPage(async ({ app, page, visitor, lab }) => {
    await visitor.signInByRequest(grace);
    await visitor.updateSession({ role: "admin", user: { role: "admin" } });
    expect((await visitor.session()).user?.role).toBe("member");
    expect((await visitor.insideSessionCookie()).role).toBe("member");

    await page.goto("/notes/admin");
    await expect(app.alert).toContainText("Only an admin");
    expect((await lab.responses("/v1/admin/users")).at(-1)?.code).toBe("insufficient_scope");
  }),
});
