import { expect, test } from "vitest";
import { CookieJar } from "./cookie-jar";

test("what is set is sent, what is cleared is not", () => {
  const jar = new CookieJar([{ name: "lab", value: "1" }]);
  const headers = new Headers();
  headers.append("Set-Cookie", "session=abc.def; Path=/; HttpOnly");
  headers.append("Set-Cookie", "old=; Max-Age=0; Path=/");
  jar.take(headers);
  expect(String(jar)).toBe("lab=1; session=abc.def");
  jar.take(new Headers({ "Set-Cookie": "session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT" }));
  expect(String(jar)).toBe("lab=1");
});
