import { expect, test } from "vitest";
import { environment } from "../lib/env";

const local = {
  BACKEND_URL: "http://127.0.0.1:4000/",
  NEXTAUTH_URL: "http://localhost:3001",
  NEXTAUTH_SECRET: "x".repeat(32),
};
const elsewhere = { ...local, BACKEND_URL: "https://api.example.com" };

test("beside the mock backend, its published client is used", () => {
  expect(environment(local)).toMatchObject({
    BACKEND_URL: "http://127.0.0.1:4000",
    BACKEND_CLIENT_SECRET: "local-client-secret",
  });
  const own = { BACKEND_CLIENT_ID: "app", BACKEND_CLIENT_SECRET: "own" };
  expect(environment({ ...local, ...own })).toMatchObject(own);
});

test.each([
  [
    {},
    "BACKEND_URL is missing; NEXTAUTH_URL is missing; NEXTAUTH_SECRET is missing; BACKEND_CLIENT_ID is missing; BACKEND_CLIENT_SECRET is missing",
  ],
  [{ ...local, NEXTAUTH_SECRET: " " }, "NEXTAUTH_SECRET is missing"],
  [{ ...local, NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have 32 characters or more"],
  [
    { ...local, BACKEND_URL: "localhost:4000" },
    "BACKEND_URL must be a whole http or https URL; BACKEND_CLIENT_ID is missing; BACKEND_CLIENT_SECRET is missing",
  ],
  [{ ...local, NEXTAUTH_URL: "http://localhost:3001/app" }, "NEXTAUTH_URL must have no path"],
  [{ ...elsewhere, BACKEND_CLIENT_ID: "app" }, "BACKEND_CLIENT_SECRET is missing"],
  [{ ...elsewhere, BACKEND_CLIENT_ID: "app", BACKEND_CLIENT_SECRET: "" }, "BACKEND_CLIENT_SECRET is missing"],
  [
    { ...local, BACKEND_URL: "http://localhost.example.com", BACKEND_CLIENT_ID: "app" },
    "BACKEND_CLIENT_SECRET is missing",
  ],
])("what is missing is named in one line, and no secret is: %j", (source, wrong) => {
  expect(() => environment(source)).toThrow(new Error(`The environment is not complete: ${wrong}.`));
});
