import { writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { expectAccessible } from "../fixtures/axe";
import { readJson, runCheck } from "../fixtures/check-command";
import { startSite } from "../fixtures/own-site";
import { expect, test } from "../fixtures/test";

/** One check is enough to show the command; `named-fields` is a quick one. */
const oneCheck = ["--lesson", "credentials-provider", "--grep", "named-fields"];

/** It starts a second Playwright with a browser of its own. */
test.slow();

const servers: Server[] = [];
test.afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a right variant passes, a wrong one fails in words, and the report says both", async ({
  baseURL,
}, testInfo) => {
  const site = baseURL ?? "";
  const json = testInfo.outputPath("report.json");
  const variants = ["--variant", "server-side", "--variant", "as-posted"];
  const { code, output, errors } = await runCheck(["--url", site, ...oneCheck, ...variants, "--json", json]);
  expect(errors).toEqual([]);
  expect(output).toContain("2/2  ");
  expect(output).toContain("read      ");
  expect(output).toContain(`1 passed, 1 failed, 0 errors, 0 skipped at ${site}`);
  expect(code).toBe(1);
  const common = { lesson: "credentials-provider", check: "named-fields", condition: null };
  const results = [
    {
      ...common,
      variant: "as-posted",
      status: "fail",
      message: expect.stringContaining("More than the email and the password is sent to the backend"),
      expected: "only email and password arrive at the backend",
      section: `${site}/lessons/credentials-provider#it-sends-the-whole-form`,
      timeline: expect.arrayContaining([expect.objectContaining({ name: "POST /v1/auth/login" })]),
    },
    { ...common, variant: "server-side", status: "pass", message: null, expected: null, timeline: [] },
  ];
  expect(readJson(json)).toMatchObject({
    version: 1,
    targets: [{ name: null, url: site, problem: null, results }],
  });
});

test("a class is checked in one run: no site and no line stops another", async ({
  baseURL,
  page,
}, testInfo) => {
  const deadUrl = `http://127.0.0.1:${await freePort()}`;
  const hangingUrl = await serve(() => {});
  const foreignUrl = await serve((_request, response) => response.end("<h1>Welcome</h1>"));
  const roster = testInfo.outputPath("class.csv");
  writeFileSync(
    roster,
    [
      "name,url",
      `Hanging,${hangingUrl}`,
      `Dead,${deadUrl}`,
      "Mistaken,three.example",
      `Foreign,${foreignUrl}`,
      `<b>Ada</b>,${baseURL}`,
    ].join("\n"),
  );
  const html = testInfo.outputPath("class.html");
  const json = testInfo.outputPath("class.json");
  const files = ["--html", html, "--json", json];
  const { code, output, errors } = await runCheck([
    "--roster",
    roster,
    ...oneCheck,
    "--time-limit",
    "150",
    ...files,
  ]);

  expect(code, "a mistake in the roster").toBe(2);
  expect(errors).toEqual([
    expect.stringMatching(/class\.csv line 4: the url must be a whole URL/),
    expect.stringMatching(/^Foreign: http\S+ is not a site of this project/),
  ]);
  expect(output).toMatch(/<b>Ada<\/b> +0 passed, 1 failed, 0 errors, 0 skipped/);
  expect(readJson(json)).toMatchObject({
    targets: [
      {
        name: "Hanging",
        results: [{ status: "error" }],
        problem: expect.stringContaining("No site answers"),
      },
      { name: "Dead", results: [{ status: "error" }], problem: expect.stringContaining("No site answers") },
      { name: "Mistaken", results: [] },
      { name: "Foreign", results: [{ status: "error" }] },
      { name: "<b>Ada</b>", results: [{ status: "fail", variant: "yours" }], problem: null },
    ],
  });

  await page.goto(pathToFileURL(html).href);
  await expectAccessible(page);
  await page.getByRole("button", { name: "fails" }).click();
  const failure = page.getByText("Read http");
  await expect(failure).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(failure).toBeHidden();
});

test("a site that dies in the middle of its run ends it, and no other row of the roster", async ({
  baseURL,
}, testInfo) => {
  const port = await freePort();
  const dying = `http://127.0.0.1:${port}`;
  const three = [
    "--lesson",
    "server-action-protection",
    "--variant",
    "guarded",
    "--grep",
    "not-yours|malformed|same-answer",
  ];
  const reason = `${dying} stopped answering in the middle of the run.`;

  /** The site is stopped as soon as its first check has passed. */
  async function checkDying(args: readonly string[], firstPassed: RegExp) {
    const site = await startSite(port, { NEXTAUTH_URL: dying });
    const run = await runCheck([...args, ...three], (output) => {
      if (firstPassed.test(output)) void site.stop();
    });
    await site.stop();
    return run;
  }

  const one = await checkDying(["--url", dying], /1\/3 {2}pass/);
  expect(one.errors).toEqual([]);
  expect(one.output.split(reason), "it is said once").toHaveLength(2);
  expect(one.output).toMatch(/[12] passed, 0 failed, [12] errors?, 0 skipped at/);
  expect(one.code).toBe(1);

  const roster = testInfo.outputPath("class.csv");
  writeFileSync(roster, `name,url\nAda,${dying}\nGrace,${baseURL}\n`);
  const two = await checkDying(["--roster", roster], /Ada {2}pass/);
  expect(two.errors).toEqual([]);
  expect(two.output).toMatch(/Ada +[12] passed, 0 failed, [12] errors?, 0 skipped\n/);
  expect(two.output).toMatch(/Grace +3 passed, 0 failed, 0 errors, 0 skipped/);
  expect(two.output).toContain(`: ${reason}\n`);
  expect(two.code).toBe(1);
});
