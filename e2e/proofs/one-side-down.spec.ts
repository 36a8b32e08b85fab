import refreshRotation from "@/content/lessons/refresh-rotation/meta";
import signingOut from "@/content/lessons/signing-out/meta";
import tokensAndTheBrowser from "@/content/lessons/tokens-and-the-browser/meta";
import { Attacker, Caller } from "../fixtures/attacker";
import type { Lab } from "../fixtures/lab";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";
import { Visitor } from "../fixtures/visitor";

/** A minute more than an access token lives. */
const PAST_EXPIRY_SECONDS = 16 * 60;

const strategies = namesOf(refreshRotation, "none", "yours");
const signOuts = namesOf(signingOut, "yours");
const clients = namesOf(tokensAndTheBrowser, "yours");

/** What each surface of the app says to a signed-in user. */
async function surfaces(caller: Caller, attacker: Attacker): Promise<Record<string, unknown>> {
  const headers = { "Sec-Fetch-Site": "same-origin" };
  const visitor = new Visitor(caller.request);
  const { error, user } = await visitor.session();
  return {
    session: error ?? user?.name,
    page: await visitor.open(),
    handler: await visitor.status("/api/notes"),
    bff: (await caller.request.get("/api/backend/notes", { headers })).status(),
    action: (await attacker.post("deleteNote", ["note-linus-none"], { as: caller })).value,
  };
}

const away = {
  page: "a backend that is away",
  handler: 503,
  bff: 503,
  action: { ok: false, error: "unavailable" },
  session: "Linus Torvalds",
};
const back = { ...away, page: "the notes", handler: 200, bff: 200, action: { ok: false, error: "refused" } };

test("there are strategies, sign-outs and clients to try", () => {
  expect([strategies.length, signOuts.length, clients.length]).toEqual([4, 4, 4]);
});

for (const fault of ["refresh-only", "api-only", "client-refused"] as const) {
  for (const strategy of strategies) {
    test(`${strategy}: with the fault ${fault}, every surface says that the backend is away, and nothing is lost`, async ({
      context,
      lab,
    }) => {
      await lab.chooseVariant("refresh-rotation", strategy);
      const { caller, attacker } = await signedIn(context);
      await lab.advance(PAST_EXPIRY_SECONDS);
      await lab.fault(fault);
      const start = await lab.lastSeq();
      expect(await surfaces(caller, attacker)).toEqual(away);
      if (fault !== "api-only") await expectNothingExpiredSent(lab, start);
      await lab.fault("none");
      // Strategies that refresh in the callback keep a refresh only where the cookie can be written.
      await new Visitor(caller.request).session();
      expect(await surfaces(caller, attacker)).toEqual(back);
    });
  }
}

for (const variant of signOuts) {
  test(`${variant}: nobody is signed out because the token endpoint is down`, async ({ context, lab }) => {
    await lab.chooseVariant("signing-out", variant);
    const { caller } = await signedIn(context);
    await lab.advance(PAST_EXPIRY_SECONDS);
    await lab.fault("refresh-only");
    const visitor = new Visitor(caller.request);
    expect((await visitor.session()).user?.name).toBe("Linus Torvalds");
    expect(await visitor.open()).toBe("a backend that is away");
    await lab.fault("none");
    expect(await visitor.open()).toBe("the notes");
  });
}

for (const variant of clients) {
  test(`${variant}: a page that fetches its notes itself asks to try again, not to sign in again`, async ({
    expectFailures,
    lab,
    page,
    visitor,
  }) => {
    expectFailures(/^503 /);
    await lab.chooseVariant("tokens-and-the-browser", variant);
    await visitor.signInByRequest(seededUsers.linus);
    await lab.advance(PAST_EXPIRY_SECONDS);
    await lab.fault("refresh-only");
    await page.goto("/notes/live");
    const main = page.getByRole("main");
    await expect(main.getByRole("alert")).toHaveText(
      "The notes could not be reached. Try again in a moment.",
    );
    await lab.fault("none");
    await page.reload();
    await expect(main.getByRole("listitem")).toHaveCount(2);
  });
}

async function signedIn(context: Parameters<typeof Caller.in>[0]) {
  const attacker = new Attacker(context);
  const caller = await (await Caller.in(context)).signIn(seededUsers.linus);
  await attacker.learnId("deleteNote");
  return { caller, attacker };
}

/** A dead access token at the API brings a 401 that says nothing about the user. */
async function expectNothingExpiredSent(lab: Lab, after: number): Promise<void> {
  const asked = (await lab.events(after)).filter(({ type, to }) => type === "request" && to === "backend");
  const names = new Set(asked.map(({ name }) => name));
  expect([...names], "all that the backend was asked").toEqual(["POST /v1/auth/refresh"]);
}

function namesOf({ variants }: { variants: readonly { name: string }[] }, ...without: string[]): string[] {
  return variants.map(({ name }) => name).filter((name) => !without.includes(name));
}
