import { z } from "zod";
import meta from "@/content/lessons/signing-out/meta";
import { Attacker, Caller } from "../fixtures/attacker";
import { type CheckContext, describeChecks, inPage } from "../fixtures/checks";
import type { Lab } from "../fixtures/lab";
import { Tab } from "../fixtures/tab";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const { grace, linus } = seededUsers;

const sessionSchema = z.object({ user: z.object({ name: z.string() }).optional() });

/** What a browser says of a request that the app's own script makes. */
const ours = { "Sec-Fetch-Site": "same-origin" };

describeChecks(meta, {
  "cookie-session": async (given) => {
    const copy = await copiedAndSignedOut(given);
    expect(await whoIs(copy), "to NextAuth, the copied cookie is").toBe("nobody");
  },

  "cookie-page": async (given) => {
    const copy = await copiedAndSignedOut(given);
    const answer = await copy.request.get("/notes/account");
    const shows = (await answer.text()).includes("You are signed in as") ? "the account" : "nothing of it";
    expect(shows, "a page that asks NextAuth alone shows the copied cookie").toBe("nothing of it");
    expect(answer.headers().location).toContain("/signin");
  },

  "cookie-data": async (given) => {
    const { context, lab } = given;
    const copy = await copiedAndSignedOut(given);
    const before = await titles(lab);
    expect((await copy.request.get("/api/notes")).status(), "a Route Handler answers the copied cookie").toBe(
      401,
    );
    await new Attacker(context).post("deleteNote", ["note-grace-1"], { as: copy });
    expect(await titles(lab), "an action that the copied cookie posts leaves the notes as").toBe(before);
  },

  "access-token": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const { accessToken } = await lab.tokens();
    await visitor.signOutByRequest();
    expect(await backendTakes(lab, accessToken), "the backend answers the old access token").toBe(401);
  },

  "refresh-token": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const { refreshToken } = await lab.tokens();
    await visitor.signOutByRequest();
    const headers = { "X-Lab-Actor": "attacker" };
    const data = { refresh_token: refreshToken };
    const answer = await lab.request.post("/mock-backend/v1/auth/refresh", { data, headers });
    expect(answer.status(), "the backend answers the old refresh token").toBe(400);
  },

  "backend-down": async ({ context, visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const { accessToken } = await lab.tokens();
    await lab.fault("outage");
    await visitor.signOutByRequest();
    expect((await visitor.session()).user?.name ?? "nobody", "with the backend down, this browser is").toBe(
      "nobody",
    );
    await lab.fault("none");
    // Somebody signs in: the backend answers again.
    await (await Caller.in(context)).signIn(linus);
    expect(
      await backendTakes(lab, accessToken),
      "once it is up, the backend answers the old access token",
    ).toBe(401);
  },

  everywhere: async ({ context, visitor, lab }) => {
    const other = await (await Caller.in(context)).signIn(grace);
    const linusThere = await (await Caller.in(context)).signIn(linus);
    await visitor.signInByRequest(grace);
    await visitor.request.delete("/api/sessions", { headers: ours });
    expect(await whoIs(other), "after “sign out everywhere”, the other browser’s user is").toBe("nobody");
    expect((await other.request.get("/api/notes")).status(), "and gets").toBe(401);
    expect((await visitor.session()).user?.name ?? "nobody", "and this browser’s is").toBe("nobody");
    expect(await whoIs(linusThere)).toBe("Linus Torvalds");
    const families = (await lab.state()).families.filter(({ userId }) => userId === "user-grace");
    expect(families.map(({ reason }) => reason)).toEqual(["signed-out", "signed-out"]);
    await visitor.signInByRequest(grace);
    expect((await visitor.request.get("/api/notes")).status()).toBe(200);
  },

  "one-only": async ({ context, visitor }) => {
    const other = await (await Caller.in(context)).signIn(grace);
    await visitor.signInByRequest(grace);
    await visitor.signOutByRequest();
    expect(await whoIs(other), "after a sign-out here, the other browser’s user is").toBe("Grace Hopper");
    expect((await other.request.get("/api/notes")).status()).toBe(200);
  },

  twice: async (given) => {
    const { context, visitor } = given;
    const other = await (await Caller.in(context)).signIn(grace);
    const copy = await copiedAndSignedOut(given);
    expect(await copy.signOut(), "the second sign-out answers").toBe(200);
    await visitor.signOutByRequest();
    expect(await whoIs(other), "and the other browser’s user is").toBe("Grace Hopper");
  },

  "other-site": async ({ visitor }) => {
    await visitor.signInByRequest(grace);
    const headers = { "Sec-Fetch-Site": "cross-site", Origin: "https://attacker.example" };
    await visitor.request.get("/api/auth/signout", { headers });
    await visitor.request.post("/api/auth/signout", { headers, form: { callbackUrl: "/" } });
    await visitor.request.delete("/api/sessions", { headers });
    expect((await visitor.session()).user?.name, "another site’s page leaves signed in").toBe("Grace Hopper");
    expect((await visitor.request.get("/api/notes")).status()).toBe(200);
  },

  "other-tabs": inPage(async ({ page, context, visitor }) => {
    await visitor.signInByRequest(grace);
    const tab = await Tab.of(page);
    const other = await Tab.of(await context.newPage());
    await other.page.goto("/notes/account");
    await other.listening();
    await page.goto("/notes/account");
    await tab.signOut();
    await expect(other.page.getByText("Signed out", { exact: true })).toBeVisible({ timeout: 15_000 });
  }),

  "outage-while-in": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    await lab.fault("outage");
    expect((await visitor.session()).user?.name, "during an outage, signed in is").toBe("Grace Hopper");
    await lab.fault("none");
    expect((await visitor.request.get("/api/notes")).status()).toBe(200);
  },

  "no-extra-call": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const start = await lab.lastSeq();
    await visitor.session();
    await visitor.request.get("/notes/account");
    const asked = (await lab.events(start)).filter(({ type, to }) => type === "request" && to === "backend");
    const names = [...new Set(asked.map(({ name }) => name))];
    expect(names.join(", ") || "nothing", "for a session that is only read, the backend is asked").toBe(
      "nothing",
    );
  },
});

/** Grace signs in, somebody copies her cookie, she signs out. @returns whoever has the copy */
async function copiedAndSignedOut({ context, visitor, lab }: CheckContext): Promise<Caller> {
  await visitor.signInByRequest(grace);
  const cookie = z.string().parse((await lab.tokens()).session?.raw);
  await visitor.signOutByRequest();
  return Caller.in(context, cookie);
}

async function whoIs({ request }: Caller): Promise<string> {
  const answer = await request.get("/api/auth/session");
  return sessionSchema.parse(await answer.json()).user?.name ?? "nobody";
}

/** @returns the backend's status for a request with this access token, from a machine that is nobody's browser */
async function backendTakes(lab: Lab, accessToken: string | null): Promise<number> {
  const headers = { "X-Lab-Actor": "attacker", Authorization: `Bearer ${accessToken}` };
  return (await lab.request.get("/mock-backend/v1/notes", { headers })).status();
}

async function titles(lab: Lab): Promise<string> {
  return (await lab.state()).notes.map(({ title }) => title).join(", ");
}
