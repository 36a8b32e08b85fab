import { expect, test } from "vitest";
import { senderOf } from "./actor";

test.each([
  ["a page's script", { "sec-fetch-mode": "cors", "sec-fetch-site": "same-origin" }, "browser"],
  ["a browser over plain http", { "user-agent": "Mozilla/5.0 (X11; Linux x86_64)" }, "browser"],
  ["curl", { "user-agent": "curl/8.5.0" }, "terminal"],
  ["a program that says nothing of itself", {}, "terminal"],
  ["the lab's attacker", { "x-lab-actor": "attacker", "user-agent": "node" }, "attacker"],
  ["a page's script that names itself", { "x-lab-actor": "browser" }, "browser"],
  ["a curl that calls itself the Next server", { "x-lab-actor": "next", "user-agent": "curl/8" }, "terminal"],
] as const)("%s", (_who, headers, sender) => {
  expect(senderOf(new Headers(headers))).toBe(sender);
});
