import meta from "@/content/lessons/server-action-protection/meta";
import { Attacker } from "../fixtures/attacker";
import { BackendAdmin } from "../fixtures/backend-admin";
import { describeChecks, inPage } from "../fixtures/checks";
import { hydrated } from "../fixtures/hydrated";
import type { Lab } from "../fixtures/lab";
import { plainPage } from "../fixtures/plain-page";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const { ada, grace, linus } = seededUsers;

/** An action is several calls to the backend, and a page after them: more than five seconds on a busy machine. */
const patient = { timeout: 15_000 };

/** What must not change: the backend's own word on who has which role, and which notes there are. */
async function record(lab: Lab) {
  const { notes, users } = await lab.state();
  return { notes: notes.map(({ id }) => id), roles: users.map(({ id, role }) => `${id} is ${role}`) };
}

type Recorded = Awaited<ReturnType<typeof record>>;

async function expectUnchanged(lab: Lab, before: Recorded): Promise<void> {
  const after = await record(lab);
  const gone = before.notes.filter((id) => !after.notes.includes(id)).map((id) => `${id} is gone`);
  const changed = after.roles.filter((role) => !before.roles.includes(role));
  const changes = [...gone, ...changed].join(", ") || "nothing";
  expect(changes, "what is different at the backend").toBe("nothing");
}

/** Changes that the backend was asked for after an event, by whatever account. */
async function expectNothingAsked(lab: Lab, after: number): Promise<void> {
  const events = await lab.events(after);
  const asked = events.filter(({ type, name }) => type === "request" && /^(DELETE|PATCH) \/v1\//.test(name));
  const methods = [...new Set(asked.map(({ name }) => name.split(" ")[0]))].join(" and ") || "nothing";
  expect(methods, "what the backend was asked for").toBe("nothing");
}

/** What an answer gives away about the inside of the app. */
function leak(value: unknown): string {
  const text = JSON.stringify(value);
  if (/https?:|\d+\.\d+\.\d+\.\d+/.test(text)) return "an address";
  if (/\/v1\//.test(text)) return "a path";
  return /Error|answered|\bat\b/.test(text) ? "an error's text" : "nothing";
}

describeChecks(meta, {
  nobody: async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const before = await record(lab);
    await attacker.post("deleteNote", ["note-grace-1"]);
    await attacker.post("setRole", ["user-linus", "admin"], { path: "/notes/admin" });
    await expectUnchanged(lab, before);
  },

  "through-root": async ({ context, lab }) => {
    const before = await record(lab);
    await new Attacker(context).post("deleteNote", ["note-grace-1"], { path: "/" });
    await expectUnchanged(lab, before);
  },

  "through-nowhere": async ({ context, lab }) => {
    const before = await record(lab);
    await new Attacker(context).post("deleteNote", ["note-grace-1"], { path: "/no/such/page" });
    await expectUnchanged(lab, before);
  },

  "without-javascript": async ({ context, lab }) => {
    const before = await record(lab);
    await new Attacker(context).postForm("deleteNote", ["note-grace-1"]);
    await expectUnchanged(lab, before);
  },

  "unused-sibling": async ({ context, lab }) => {
    const before = await record(lab);
    await new Attacker(context).post("deleteNotes", [["note-grace-1", "note-grace-2"]]);
    await expectUnchanged(lab, before);
  },

  "not-yours": async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const before = await record(lab);
    await attacker.post("deleteNote", ["note-grace-1"], { as: await attacker.signedIn(linus) });
    await expectUnchanged(lab, before);
  },

  "not-admin": async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(linus);
    const before = await record(lab);
    for (const path of ["/notes/admin", "/notes", "/"]) {
      await attacker.post("setRole", ["user-linus", "admin"], { as, path });
    }
    await expectUnchanged(lab, before);
  },

  demoted: async ({ context, lab }) => {
    const attacker = new Attacker(context);
    await attacker.learnId("setRole");
    const admin = await BackendAdmin.signIn(lab.request);
    await admin.change("user-grace", { role: "admin" });
    const as = await attacker.signedIn(grace);
    const path = "/notes/admin";
    await attacker.post("setRole", ["user-linus", "admin"], { as, path });
    await attacker.post("setRole", ["user-linus", "member"], { as, path });

    await admin.change("user-grace", { role: "member" });
    const before = await record(lab);
    await attacker.post("setRole", ["user-grace", "admin"], { as, path });
    await attacker.post("deleteNote", ["note-linus-1"], { as });
    await expectUnchanged(lab, before);
  },

  suspended: async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(grace);
    await attacker.post("deleteNote", ["note-grace-1"], { as });
    const before = await record(lab);
    expect(before.notes).not.toContain("note-grace-1");

    await (await BackendAdmin.signIn(lab.request)).change("user-grace", { suspended: true });
    await attacker.post("deleteNote", ["note-grace-2"], { as });
    await expectUnchanged(lab, before);
  },

  malformed: async ({ context, lab }) => {
    const attacker = new Attacker(context);
    await attacker.learnId("setRole");
    const as = await attacker.signedIn(ada);
    const before = await record(lab);
    const start = await lab.lastSeq();
    const path = "/notes/admin";
    for (const id of [["note-ada-1"], { id: "note-ada-1" }, null, 42, true, "", "../notes/note-ada-1"]) {
      await attacker.post("deleteNote", [id], { as });
      await attacker.post("setRole", [id, "admin"], { as, path });
    }
    await attacker.post("deleteNote", [], { as });
    await attacker.post("deleteNotes", ["note-ada-1"], { as });
    await attacker.post("setRole", ["user-linus", "owner"], { as, path });
    await attacker.post("setRole", [["user-linus"], "admin"], { as, path });
    await attacker.post("deleteNote", "{", { as });
    await expectUnchanged(lab, before);
    await expectNothingAsked(lab, start);
  },

  oversized: async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(ada);
    await attacker.learnId("deleteNote");
    const start = await lab.lastSeq();
    const before = await record(lab);
    // Next reads up to a megabyte: what lies under that is the action's to refuse.
    const under = await attacker.post("deleteNote", ["n".repeat(10_000)], { as });
    const over = await attacker.post("deleteNote", ["n".repeat(1_100_000)], { as });
    expect(over.status).toBeGreaterThanOrEqual(400);
    await expectUnchanged(lab, before);
    await expectNothingAsked(lab, start);
    expect(under.text).not.toContain("nnnn");
  },

  polluting: async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(ada);
    await attacker.learnId("deleteNote");
    const before = await record(lab);
    const start = await lab.lastSeq();
    await attacker.post("deleteNote", '[{"__proto__":{"role":"admin","ok":true}}]', { as });
    await attacker.post("deleteNote", '[{"constructor":{"prototype":{"ok":true}}}]', { as });
    await attacker.post("deleteNotes", '[{"__proto__":[],"length":1,"0":"note-ada-1"}]', { as });
    await expectUnchanged(lab, before);
    await expectNothingAsked(lab, start);
    const nobody = await attacker.post("deleteNote", ["note-ada-1"]);
    expect(nobody.value).not.toEqual({ ok: true });
  },

  "foreign-origin": async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(grace);
    const before = await record(lab);
    for (const origin of ["https://attacker.example", "null"]) {
      const reply = await attacker.post("deleteNote", ["note-grace-1"], { as, origin });
      expect(reply.status).toBe(500);
      await attacker.postForm("deleteNote", ["note-grace-1"], { as, origin });
    }
    await expectUnchanged(lab, before);
  },

  "no-origin": async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(grace);
    const reply = await attacker.post("deleteNote", ["note-grace-1"], { as });
    expect(reply.value).toEqual({ ok: true });
    expect((await record(lab)).notes).not.toContain("note-grace-1");
  },

  "same-answer": async ({ context }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(linus);
    const absent = await attacker.post("deleteNote", ["note-nobody-9"], { as, path: "/" });
    const notYours = await attacker.post("deleteNote", ["note-grace-1"], { as, path: "/" });
    expect(JSON.stringify(notYours.value), "the answer to “not yours”").toBe(JSON.stringify(absent.value));
    expect(notYours.text).toBe(absent.text);
    await attacker.learnId("setRole");
    const path = "/notes/admin";
    const unknownUser = await attacker.post("setRole", ["user-nobody", "admin"], { as, path });
    const notForYou = await attacker.post("setRole", ["user-grace", "admin"], { as, path });
    expect(JSON.stringify(notForYou.value), "the answer to “not for you”").toBe(
      JSON.stringify(unknownUser.value),
    );
  },

  "no-internals": async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(ada);
    await attacker.learnId("setRole");
    const replies = [
      await attacker.post("deleteNote", ["note-nobody-9"], { as }),
      await attacker.post("setRole", ["user-nobody", "admin"], { as, path: "/notes/admin" }),
    ];
    await lab.fault("outage");
    replies.push(await attacker.post("deleteNote", ["note-ada-1"], { as, path: "/" }));
    for (const { value } of replies) {
      expect(leak(value), "what the answer gives away").toBe("nothing");
    }
  },

  "minimal-answer": async ({ context, lab }) => {
    const attacker = new Attacker(context);
    await attacker.learnId("setRole");
    const as = await attacker.signedIn(ada);
    const reply = await attacker.post("setRole", ["user-linus", "admin"], { as, path: "/notes/admin" });
    expect((await record(lab)).roles).toContain("user-linus is admin");
    expect(Object.keys(Object(reply.value)).join(), "the answer's fields").toBe("ok");
  },

  "rightful-user": inPage(async ({ page, context, lab }) => {
    await new Attacker(context).signBrowserIn(grace);
    await page.goto("/notes");
    const button = page.getByRole("button", { name: "Delete A bug, found" });
    await hydrated(button);
    // The action is under way for as long as it takes to look.
    let send = () => {};
    const looked = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route("/notes", async (route) => {
      if (route.request().method() === "POST") await looked;
      await route.continue();
    });
    await button.click();
    await expect(button).toBeDisabled();
    send();
    await expect(page.getByRole("status")).toHaveText("Deleted “A bug, found”.", patient);
    await expect(button).toHaveCount(0);
    expect((await record(lab)).notes).not.toContain("note-grace-1");
  }),

  "rightful-admin": inPage(async ({ page, context, lab }) => {
    await new Attacker(context).signBrowserIn(ada);
    await page.goto("/notes/admin");
    const button = page.getByRole("button", { name: "Make Linus Torvalds admin" });
    await hydrated(button);
    await button.click();
    await expect(page.getByRole("button", { name: "Make Linus Torvalds member" })).toBeVisible(patient);
    expect((await record(lab)).roles).toContain("user-linus is admin");
  }),

  "rightful-without-javascript": inPage(async ({ context, lab }) => {
    await new Attacker(context).signBrowserIn(grace);
    const plain = await plainPage(context, "/notes");
    await plain.getByRole("button", { name: "Delete A bug, found" }).click();
    await expect(plain.getByText("Nanoseconds")).toBeVisible();
    await expect(plain.getByText("A bug, found")).toHaveCount(0);
    expect((await record(lab)).notes).not.toContain("note-grace-1");
    await plain.context().close();

    await new Attacker(context).signBrowserIn(ada);
    const admin = await plainPage(context, "/notes/admin");
    await admin.getByRole("button", { name: "Make Linus Torvalds admin" }).click();
    await expect(admin.getByText("Changed.")).toBeVisible();
    expect((await record(lab)).roles).toContain("user-linus is admin");
    await admin.context().close();
  }),

  "double-submission": async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const as = await attacker.signedIn(grace);
    await attacker.learnId("deleteNote");
    const before = await record(lab);
    await Promise.all([1, 2].map(() => attacker.post("deleteNote", ["note-grace-1"], { as })));
    const kept = before.notes.filter((id) => id !== "note-grace-1");
    expect((await record(lab)).notes).toEqual(kept);
    const answers = await lab.responses("/v1/notes/note-grace-1");
    expect(answers.filter(({ name }) => name === "204")).toHaveLength(1);
  },

  "error-in-words": inPage(async ({ app, page, context, lab }) => {
    await new Attacker(context).signBrowserIn(grace);
    await page.goto("/notes");
    const button = page.getByRole("button", { name: "Delete A bug, found" });
    await hydrated(button);
    await lab.fault("outage");
    await button.click();
    const said = app.alert.or(page.getByRole("heading", { name: "This page failed on our side" }));
    await said.waitFor(patient);
    // Where the backend listens is another port on another day.
    const words = (await said.innerText()).replace(/:\d{4,5}\//, ":4000/");
    expect(words, "what the user reads").toBe(
      "The backend does not answer. Nothing was changed. Try again in a moment.",
    );
    await lab.fault("none");
    await button.click();
    await expect(page.getByRole("status")).toHaveText("Deleted “A bug, found”.", patient);
  }),

  timeline: async ({ context, lab }) => {
    const attacker = new Attacker(context);
    await attacker.learnId("setRole");
    const [asLinus, asGrace] = [await attacker.signedIn(linus), await attacker.signedIn(grace)];
    const start = await lab.lastSeq();
    await attacker.post("deleteNote", ["note-grace-1"]);
    await attacker.post("deleteNote", [["note-grace-1"]], { as: asGrace });
    await attacker.post("setRole", ["user-linus", "admin"], { as: asLinus, path: "/notes/admin" });
    await attacker.post("deleteNote", ["note-grace-1"], { as: asLinus });
    await attacker.post("deleteNote", ["note-grace-1"], { as: asGrace });
    const noted = (await lab.events(start)).filter(({ name }) => name.startsWith("action."));
    const lines = noted.map(({ name, code }) => `${name} ${code}`);
    expect(lines, "the timeline’s lines").toEqual([
      "action.called deleteNote",
      "action.refused session",
      "action.called deleteNote",
      "action.refused input",
      "action.called setRole",
      "action.refused permission",
      "action.called deleteNote",
      "action.refused ownership",
      "action.called deleteNote",
      "action.passed deleteNote",
    ]);
  },

  "route-handler": async ({ context, lab }) => {
    const attacker = new Attacker(context);
    const before = await record(lab);
    const address = "/api/notes/note-grace-1";
    const nobody = await (await attacker.nobody()).request.delete(address);
    expect(nobody.status()).toBe(401);
    const asLinus = (await attacker.signedIn(linus)).request;
    const notYours = await asLinus.delete(address);
    const absent = await asLinus.delete("/api/notes/note-nobody-9");
    expect([notYours.status(), await notYours.text()]).toEqual([absent.status(), await absent.text()]);
    expect((await asLinus.delete("/api/notes/%2e%2e%2fadmin")).status()).toBe(400);
    const asGrace = (await attacker.signedIn(grace)).request;
    const headers = { Origin: "https://attacker.example" };
    expect((await asGrace.delete(address, { headers })).status()).toBe(403);
    await expectUnchanged(lab, before);

    expect((await asGrace.delete(address)).status()).toBe(204);
    expect((await record(lab)).notes).not.toContain("note-grace-1");
  },
});
