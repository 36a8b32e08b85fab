import { expect, test } from "vitest";
import { defaultSettings } from "@/lib/lab/schemas";
import { linkChanges } from "./link-changes";

const lessons = [
  { slug: "refresh-rotation", title: "Refresh rotation", variants: [{ name: "in-proxy", summary: "" }] },
];
const present = { settings: defaultSettings, variants: { "refresh-rotation": "in-proxy" } };

test("what a link would change is said in the lab's own words, and nothing else is sent", () => {
  const settings = { accessTtl: 7, fault: "outage", rotation: true, latencyMs: 200 } as const;
  const link = { settings, variants: { "refresh-rotation": "token-store" } };
  expect(linkChanges(link, present, lessons)).toEqual({
    settings: { accessTtl: 7, fault: "outage", latencyMs: 200 },
    variants: { "refresh-rotation": "token-store" },
    before: {
      settings: { accessTtl: 900, fault: "none", latencyMs: 0 },
      variants: { "refresh-rotation": "in-proxy" },
    },
    shown: [
      { name: "Access token lives", from: "15 min", to: "7 s" },
      { name: "Backend answers after", from: "no delay", to: "200 milliseconds" },
      { name: "The backend", from: "works", to: "is down (503)" },
      { name: "Variant of “Refresh rotation”", from: "in-proxy", to: "token-store" },
    ],
  });
});

test("a link that says what is changes nothing", () => {
  expect(linkChanges(present, present, lessons)).toEqual({
    settings: {},
    variants: {},
    before: { settings: {}, variants: {} },
    shown: [],
  });
});
