import { expect, it } from "vitest";
import { BadInput } from "../fail";
import { readOptions } from "./options";

it("asks for nothing in particular without flags", () => {
  expect(readOptions([])).toMatchObject({ lessons: [], variants: [], grep: null, url: null, roster: null });
});

it("reads every flag, and some of them twice", () => {
  const options = readOptions([
    ...["--lesson", "start", "--lesson=refresh-rotation", "--variant", "yours", "--grep", "idle|tabs"],
    ...["--url", "http://localhost:3000/notes", "--json", "a.json", "--junit", "a.xml", "--html", "a"],
  ]);
  expect(options).toMatchObject({
    lessons: ["start", "refresh-rotation"],
    variants: ["yours"],
    grep: /idle|tabs/i,
    url: "http://localhost:3000",
    json: "a.json",
    junit: "a.xml",
    html: "a",
  });
});

it("reads how a class is run", () => {
  const options = readOptions(["--roster", "class.csv", "--parallel", "4", "--time-limit", "60"]);
  expect(options).toMatchObject({ roster: "class.csv", parallel: 4, timeLimitSeconds: 60 });
});

it.each([
  [["--lessn", "start"], "There is no flag --lessn. Did you mean --lesson?"],
  [["--quickly"], "There is no flag --quickly. See npm run check -- --help."],
  [["start"], /Unexpected argument 'start'.* See npm run check -- --help\.$/],
  [["--lesson"], /'--lesson <value>' argument missing.* See npm run check -- --help\.$/],
  [["--grep", "("], '--grep "(" is no regular expression. Put a \\ in front of ( ) [ ] * + ?.'],
  [
    ["--url", "localhost:3000"],
    '--url must be a whole URL, such as http://localhost:3000, not "localhost:3000".',
  ],
  [["--url", "file:///etc"], '--url must be a whole URL, such as http://localhost:3000, not "file:///etc".'],
  [
    ["--url", "http://a.example", "--roster", "class.csv"],
    "--url is one site and --roster is many: leave one out.",
  ],
  [["--roster", "a.csv", "--junit", "a.xml"], "--junit is for one site: with --roster, use --json or --csv."],
  [["--csv", "a.csv"], "--csv goes with --roster FILE.csv: name one, or leave it out."],
  [["--parallel", "2"], "--parallel goes with --roster FILE.csv: name one, or leave it out."],
  [["--roster", "a.csv", "--parallel", "0"], '--parallel must be a whole number from 1 to 16, not "0".'],
  [["--roster", "a.csv", "--time-limit", "soon"], /^--time-limit must be a whole number .*, not "soon"\.$/],
])("refuses %j in one line that says what to do", (argv, line) => {
  const refused = () => readOptions(argv);
  expect(refused).toThrow(BadInput);
  expect(refused).toThrow(line);
  expect(refused).not.toThrow(/\n/);
});
