import { expect, test } from "vitest";
import { clientAuthorization } from "../lib/client-authorization";

/** As a backend reads it (RFC 6749 §2.3.1). */
function read(header: string): string[] {
  const pair = atob(header.replace(/^Basic /, ""));
  expect(pair, "plain ASCII, whichever charset the backend reads it in").toMatch(/^[\x21-\x7e]+$/);
  const colon = pair.indexOf(":");
  return [pair.slice(0, colon), pair.slice(colon + 1)].map((part) =>
    decodeURIComponent(part.replaceAll("+", " ")),
  );
}

test.each(["a+b/c==", "100%sure", "grüße", "%41bc", "with space", "a:b", "&=?#", "日本", "plain"])(
  "%s arrives as it is, as the secret and as the id",
  (value) => {
    expect(read(clientAuthorization("app", value))).toEqual(["app", value]);
    expect(read(clientAuthorization(value, "secret"))).toEqual([value, "secret"]);
  },
);
