import { expect, test } from "vitest";
import { parseProfile } from "./profile";

const right = {
  signIn: { page: "/signin" },
  protected: { page: "/notes", shows: "My notes" },
  backend: { url: "http://127.0.0.1:4000/" },
};

const parse = (profile: unknown) => parseProfile(JSON.stringify(profile), "my-app.json");

test("three fields are enough", () => {
  expect(parse(right)).toMatchObject({
    signIn: { user: { email: "ada@example.com" } },
    backend: { url: "http://127.0.0.1:4000", settings: {} },
    authPath: "/api/auth",
  });
});

test.each([
  [{ ...right, signIn: undefined }, "my-app.json: signIn is missing."],
  [{ ...right, signIn: {} }, /^my-app\.json: signIn\.page must be the path of a page/],
  [{ ...right, signIn: { page: "signin" } }, /^my-app\.json: signIn\.page .*begins with one slash/],
  [{ ...right, signIn: { page: "//evil.example/signin" } }, /^my-app\.json: signIn\.page /],
  [{ ...right, backend: { url: "localhost:4000" } }, /^my-app\.json: backend\.url must be a whole URL/],
  [
    { ...right, backend: { url: "http://a.example", settings: { grace: 61 } } },
    "my-app.json: backend.settings.grace must be 60 seconds at most.",
  ],
  [
    { ...right, action: { page: "/", press: "Go", changes: "all" } },
    'my-app.json: action.changes must be "notes" or "users".',
  ],
  [{ ...right, protcted: 1 }, "my-app.json: the profile has no field protcted."],
  [
    { ...right, backend: { url: "http://a.example", settings: { accessTtl: 1 } } },
    "my-app.json: backend.settings has no field accessTtl.",
  ],
  [[], /^my-app\.json: the profile is not valid/],
])("%j is refused in one line that names the field", (profile, line) => {
  const refused = () => parse(profile);
  expect(refused).toThrow(line);
  expect(refused).not.toThrow("\n");
});

test("what is not JSON is called that", () => {
  expect(() => parseProfile("{ signIn", "my-app.json")).toThrow(/^my-app\.json is not JSON: /);
});
