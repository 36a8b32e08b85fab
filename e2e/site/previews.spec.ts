import { z } from "zod";
import { allLessons } from "../fixtures/lessons";
import { expect, test } from "../fixtures/test";

const lessons = await allLessons();
const pages = [
  "/",
  "/glossary",
  "/changes",
  "/accessibility",
  ...lessons.map(({ slug }) => `/lessons/${slug}`),
];

const contentOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? "";

test("every page has a title and a description of its own, and a picture for its link", async ({
  request,
}) => {
  const titles = new Set<string>();
  const descriptions = new Set<string>();
  for (const page of pages) {
    const html = await (await request.get(page)).text();
    titles.add(/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "");
    descriptions.add(contentOf(html, "description"));
    const picture = z.url().parse(contentOf(html, "og:image"));
    const answer = await request.get(new URL(picture).pathname);
    expect(answer.headers(), picture).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
    });
    const png = await answer.body();
    // The header chunk of a PNG: its width and height follow the type.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], picture).toEqual([1200, 630]);
    expect(contentOf(html, "twitter:card")).toBe("summary_large_image");
  }
  expect(titles.size).toBe(pages.length);
  expect(descriptions.size).toBe(pages.length);
});

test("each lesson has a picture of its own", async ({ request }) => {
  for (const { slug } of lessons) {
    const html = await (await request.get(`/lessons/${slug}`)).text();
    expect(new URL(contentOf(html, "og:image")).pathname).toBe(`/og/${slug}.png`);
  }
});

test("the map names every page at this site's own address, and robots.txt names the map", async ({
  request,
  baseURL,
}) => {
  const map = await (await request.get("/sitemap.xml")).text();
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);
  expect(listed).toEqual(expect.arrayContaining(pages.map((page) => new URL(page, baseURL).href)));
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${new URL("/sitemap.xml", baseURL).href}`);
  expect(robots).toContain("Disallow: /api/");
});
