import { expect, test } from "../fixtures/test";

/** Made for the visitor: what they link to is not the site's own text. */
const notFollowed = /^\/(api|notes|signin|mock-backend|_next)(\/|$)/;

test("every internal link of every page leads to a page, and every anchor to a place in it", async ({
  request,
}) => {
  const pages = new Map<string, string>();
  const wanted: { from: string; path: string; anchor: string }[] = [{ from: "/", path: "/", anchor: "" }];
  const broken: string[] = [];
  for (const { from, path, anchor } of wanted) {
    if (!pages.has(path)) {
      const answer = await request.get(path);
      if (answer.status() !== 200) broken.push(`${from} → ${path}: ${answer.status()}`);
      const html = answer.headers()["content-type"]?.includes("html") ? await answer.text() : "";
      pages.set(path, html);
      wanted.push(...linksOf(path, html));
    }
    if (anchor !== "" && !pages.get(path)?.includes(` id="${anchor}"`))
      broken.push(`${from} → ${path}#${anchor}: no such place`);
  }
  expect(broken).toEqual([]);
  expect(pages.size, "the crawl got somewhere").toBeGreaterThan(10);
});

function linksOf(from: string, html: string) {
  return [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].flatMap(([, href = ""]) => {
    const url = new URL(href.replaceAll("&amp;", "&"), `http://site.invalid${from}`);
    if (url.host !== "site.invalid" || notFollowed.test(url.pathname)) return [];
    return [{ from, path: url.pathname, anchor: decodeURIComponent(url.hash.slice(1)) }];
  });
}
