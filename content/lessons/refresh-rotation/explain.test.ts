import { expect, test } from "vitest";
import { recordedRun } from "@/lib/lesson/recorded";
import { explain } from "./explain";

test.each([
  ["layout-and-page.in-callback.grace-0", /R1 was sent twice.*theft/],
  ["data-request.in-callback.grace-0", /exchanged in a Route Handler, which cannot write the cookie/],
  ["parallel-requests.in-callback.grace-0", /R1 was sent 5 times/],
  ["parallel-requests.in-callback.grace-10", /spent 5 times at once, and the grace window forgave it/],
  ["two-tabs.in-callback.grace-0", /R1 was sent twice/],
  ["parallel-requests.in-proxy.grace-0", /served 5 requests/],
  ["late-answer.in-proxy.grace-0", /put R1 back/],
  ["late-answer.token-store.grace-0", /nobody noticed|served/],
  ["stolen-token.in-proxy.grace-0", /thief used R1 before its owner/],
  ["stolen-token.none.grace-0", /nobody noticed/],
  ["spent-token.token-store.grace-0", /the thief got nothing/],
  ["spent-token.token-store.grace-10", /both now hold it/],
  ["copied-cookie.token-store.grace-0", /the copy stands for nothing/],
  ["copied-cookie.in-proxy.grace-0", /NextAuth asks nobody/],
  ["backend-silent.in-proxy.grace-0", /the session was kept/],
  ["seven-days.token-store.grace-0", /asked for a new sign-in/],
  ["suspended-user.none.grace-0", /refuses the access token by its session/],
  ["idle-return.none.grace-0", /nothing in this variant refreshes it/],
  ["lost-answer.token-store.grace-0", /exchanged R1, and its answer was lost.*theft and ended the family/],
  ["lost-answer.in-proxy.grace-10", /exchanged R1, and its answer was lost.*same successor once more/],
  ["no-successor.in-callback.grace-10", /gave it no successor\. Its answer landed last and put R1 back/],
  ["no-successor.in-callback.grace-0", /put R1 back/],
  ["no-successor.token-store.grace-10", /nobody noticed|served 2 requests/],
  ["client-refused.in-callback.grace-0", /refused the app itself \(invalid_client\)/],
  ["token-endpoint-down.in-proxy.grace-0", /token endpoint alone was away.*the session was kept/],
  ["api-down.token-store.grace-0", /API gave no usable answer, and the page said so/],
  ["no-rotation.in-callback.grace-0", /does not rotate: each refresh brought an access token/],
  ["two-users.in-proxy.grace-0", /4 refreshes for 2 sign-ins/],
])("%s is told from its events", (run, story) => {
  expect(explain(recordedRun("refresh-rotation", run).events)).toMatch(story);
});

test("a run in which nothing happened is told as well", () => {
  expect(explain([])).toBe("Nothing had to be refreshed, and nothing was lost.");
});
