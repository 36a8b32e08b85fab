import { parseArgs } from "node:util";
import { nearest } from "@/lib/ui/shell/nearest-word";
import { BadInput } from "../fail";

const flags = {
  lesson: { type: "string", multiple: true },
  variant: { type: "string", multiple: true },
  grep: { type: "string" },
  list: { type: "boolean" },
  url: { type: "string" },
  roster: { type: "string" },
  parallel: { type: "string" },
  "time-limit": { type: "string" },
  json: { type: "string" },
  junit: { type: "string" },
  html: { type: "string" },
  csv: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** What `npm run check` was asked for. Files are named as they were given, from the folder it was called in. */
export type Options = {
  lessons: string[];
  variants: string[];
  grep: RegExp | null;
  list: boolean;
  help: boolean;
  /** The origin of a site that runs already. */
  url: string | null;
  roster: string | null;
  /** How many sites of a roster are checked at a time. */
  parallel: number;
  /** For all checks of one site of a roster, in seconds. */
  timeLimitSeconds: number;
  json: string | null;
  junit: string | null;
  html: string | null;
  csv: string | null;
};

const DEFAULT_PARALLEL = 2;
const DEFAULT_TIME_LIMIT_SECONDS = 900;

/**
 * Reads the command line.
 *
 * @throws BadInput naming the flag that is wrong and what to do
 */
export function readOptions(argv: string[]): Options {
  const { values } = parse(argv);
  const options: Options = {
    lessons: values.lesson ?? [],
    variants: values.variant ?? [],
    grep: values.grep === undefined ? null : pattern(values.grep),
    list: values.list ?? false,
    help: values.help ?? false,
    url: values.url === undefined ? null : readOrigin("--url", values.url),
    roster: values.roster ?? null,
    parallel: whole("--parallel", values.parallel, DEFAULT_PARALLEL, 16),
    timeLimitSeconds: whole("--time-limit", values["time-limit"], DEFAULT_TIME_LIMIT_SECONDS, 86_400),
    json: values.json ?? null,
    junit: values.junit ?? null,
    html: values.html ?? null,
    csv: values.csv ?? null,
  };
  refuseContradictions(options, values);
  return options;
}

/**
 * @param what names the text's place, for the message
 * @throws BadInput when the text is no http or https URL
 */
export function readOrigin(what: string, text: string): string {
  if (!URL.canParse(text) || !/^https?:\/\//.test(text)) {
    throw new BadInput(`${what} must be a whole URL, such as http://localhost:3000, not "${text}".`);
  }
  return new URL(text).origin;
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: flags, strict: true, allowPositionals: false });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const asked = argv.find((word) => word.startsWith("--") && !Object.hasOwn(flags, nameOf(word)));
    if (asked === undefined)
      throw new BadInput(`${error.message.replace(/\.?$/, ".")} See npm run check -- --help.`);
    const meant = nearest(nameOf(asked), Object.keys(flags));
    const advice = meant === undefined ? "See npm run check -- --help." : `Did you mean --${meant}?`;
    throw new BadInput(`There is no flag --${nameOf(asked)}. ${advice}`);
  }
}

function nameOf(word: string): string {
  return word.replace(/^--/, "").replace(/=.*$/s, "");
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text, "i");
  } catch {
    throw new BadInput(`--grep "${text}" is no regular expression. Put a \\ in front of ( ) [ ] * + ?.`);
  }
}

function whole(flag: string, text: string | undefined, fallback: number, most: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new BadInput(`${flag} must be a whole number from 1 to ${most}, not "${text}".`);
}

function refuseContradictions(options: Options, given: Record<string, unknown>): void {
  if (options.roster !== null) {
    if (options.url !== null) throw new BadInput("--url is one site and --roster is many: leave one out.");
    if (options.junit !== null)
      throw new BadInput("--junit is for one site: with --roster, use --json or --csv.");
    return;
  }
  for (const flag of ["csv", "parallel", "time-limit"]) {
    if (given[flag] !== undefined)
      throw new BadInput(`--${flag} goes with --roster FILE.csv: name one, or leave it out.`);
  }
}
