import { expect, test } from "../fixtures/test";

test("the icon that a browser asks for by itself, beside an answer in JSON, is the site's own", async ({
  request,
}) => {
  const [icon, asked] = [await request.get("/icon.svg"), await request.get("/favicon.ico")];
  expect(asked.status()).toBe(200);
  expect(asked.headers()).toMatchObject({
    "content-type": "image/svg+xml",
    "x-content-type-options": "nosniff",
  });
  expect(await asked.text()).toBe(await icon.text());
});
