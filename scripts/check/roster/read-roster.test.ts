import { expect, it } from "vitest";
import { BadInput } from "../../fail";
import { parseRoster, readRoster } from "./read-roster";

const read = (...lines: string[]) => parseRoster(lines.join("\n"), "class.csv");

it("takes names and addresses, whatever the order of the columns", () => {
  const { targets, mistakes } = read(
    "Group,URL,Name",
    "a,https://ada.example/lessons/start,Ada Lovelace",
    'b,http://localhost:3001,"Hopper, Grace"',
  );
  expect(targets).toEqual([
    { line: 2, name: "Ada Lovelace", url: "https://ada.example" },
    { line: 3, name: "Hopper, Grace", url: "http://localhost:3001" },
  ]);
  expect(mistakes).toEqual([]);
});

it.each([
  ["a byte order mark and Windows line ends", "\ufeffname,url\r\nAda,https://ada.example\r\n", 2],
  ["semicolons", "name;url\nAda;https://ada.example", 2],
  ["empty lines and spaces", "\nname , url\n\n Ada ,  https://ada.example \n\n", 4],
])("reads a file with %s", (_what, text, line) => {
  expect(parseRoster(text, "class.csv").targets).toEqual([{ line, name: "Ada", url: "https://ada.example" }]);
});

it.each([
  ["Ada", "class.csv line 3 has no url: a line is name,url."],
  [",https://ada.example", "class.csv line 3 has no name: a line is name,url."],
  [
    "Ada,ada.example",
    'class.csv line 3: the url must be a whole URL, such as http://localhost:3000, not "ada.example".',
  ],
  ["Ada,javascript:alert(1)", /^class\.csv line 3: the url must be a whole URL/],
  ['A"da,https://ada.example', 'class.csv line 3 is not CSV: a " inside a cell is written "".'],
  ['"Ada,https://ada.example', 'class.csv line 3 is not CSV: a " inside a cell is written "".'],
])("says what is wrong with the line %s, and keeps the others", (line, problem) => {
  const { targets, mistakes } = read(
    "name,url",
    "Grace,https://grace.example",
    line,
    "Linus,https://linus.example",
  );
  expect(targets.map(({ line, name }) => [line, name])).toEqual([
    [2, "Grace"],
    [4, "Linus"],
  ]);
  expect(mistakes).toEqual([{ line: 3, name: expect.any(String), problem: expect.stringMatching(problem) }]);
});

it("refuses a file that is no roster, in one line", () => {
  expect(() => read("Ada,https://ada.example")).toThrow(
    "class.csv must start with a line that names its columns: name,url",
  );
  expect(() => read("")).toThrow(BadInput);
  expect(() => read("name,url")).toThrow("class.csv names nobody: a line is name,url");
  expect(() => readRoster("/no/such/class.csv")).toThrow(
    "--roster /no/such/class.csv cannot be read: name a CSV file with the columns name and url.",
  );
});
