import { expect, test } from "vitest";
import { pauseRequestsOf, withAppRequestsPaused } from "./pause-app-requests.ts";

/** A frame whose requests are answered when the test decides. */
function frame() {
  const sent: string[] = [];
  let answer = () => {};
  const app = {
    fetch: (input: RequestInfo | URL) => {
      sent.push(String(input));
      return new Promise<Response>((resolve) => {
        answer = () => resolve(new Response("{}"));
      });
    },
  };
  pauseRequestsOf(app);
  return { app, sent, answer: () => answer() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("what the app asks during a scenario is asked after it", async () => {
  const { app, sent, answer } = frame();
  let end = () => {};
  const scenario = withAppRequestsPaused(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  await turn();
  const poll = app.fetch("/api/auth/session");
  await turn();
  expect(sent).toEqual([]);
  end();
  await scenario;
  await turn();
  expect(sent).toEqual(["/api/auth/session"]);
  answer();
  expect((await poll).status).toBe(200);
});

test("a scenario begins when what the app has asked is answered", async () => {
  const { app, answer } = frame();
  const poll = app.fetch("/api/auth/session");
  await turn();
  let begun = false;
  const scenario = withAppRequestsPaused(async () => {
    begun = true;
  });
  await turn();
  expect(begun).toBe(false);
  answer();
  await poll;
  await scenario;
  expect(begun).toBe(true);
});

test("a scenario that fails lets the app go on, and one of two does not", async () => {
  const { app, sent, answer } = frame();
  let endSecond = () => {};
  const second = withAppRequestsPaused(
    () =>
      new Promise<void>((resolve) => {
        endSecond = resolve;
      }),
  );
  const failed = withAppRequestsPaused(() => Promise.reject(new Error("lost")));
  await expect(failed).rejects.toThrow("lost");
  const poll = app.fetch("/notes");
  await turn();
  expect(sent).toEqual([]);
  endSecond();
  await second;
  await turn();
  answer();
  expect((await poll).status).toBe(200);
});
