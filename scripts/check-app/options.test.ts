import { expect, test } from "vitest";
import { readOptions } from "./options";

const url = ["--url", "http://localhost:3001/"];

test("an address, a profile, and what else was asked for", () => {
  expect(
    readOptions([...url, "--profile", "my-app.json", "--only", "outage", "--json", "r.json"], ["outage"]),
  ).toEqual({ url: "http://localhost:3001", profile: "my-app.json", only: ["outage"], json: "r.json" });
  expect(readOptions(["--help"], [])).toBe("help");
});

test.each([
  [[], /^--url is missing/],
  [["--url", "localhost:3001"], /^--url must be a whole URL, .*not "localhost:3001"/],
  [["--url", "a shop"], /^--url must be a whole URL, .*not "a shop"/],
  [url, /^--profile is missing/],
  [["--url"], /^Option '--url <value>' argument missing.*Flags: /],
  [["my-app.json"], /^Unexpected argument 'my-app.json'.*Flags: /],
  [
    [...url, "--profile", "x", "--only", "logout"],
    /^--only: there is no check logout\. There are outage, sign-out\.$/,
  ],
])("%j is refused in one line", (args, line) => {
  const refused = () => readOptions(args, ["outage", "sign-out"]);
  expect(refused).toThrow(line);
  expect(refused).not.toThrow("\n");
});
