import { parseArgs } from "node:util";
import { UsageError } from "./usage-error";

export type Options = {
  /** Where the app is, without a slash at its end. */
  url: string;
  /** The profile's file. */
  profile: string;
  /** Where the results go as JSON. */
  json: string | undefined;
  /** Runs only the checks with these ids. */
  only: string[];
};

export const usage = `npm run check:app -- --url http://localhost:3001 --profile my-app.json

  --url URL        where the app runs
  --profile FILE   what the checks have to know of it
  --only ID        one check; may be given more than once
  --json FILE      writes the results as JSON too
  --help           this text`;

/**
 * Reads the command line.
 *
 * @returns "help" when the user asked for help
 * @throws UsageError in one line that names the flag
 */
export function readOptions(args: string[], ids: readonly string[]): Options | "help" {
  const { values } = parse(args);
  if (values.help) return "help";
  const unknown = values.only?.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    throw new UsageError(`--only: there is no check ${unknown}. There are ${ids.join(", ")}.`);
  }
  return {
    url: origin(values.url),
    profile: required("--profile", values.profile, "my-app.json"),
    json: values.json,
    only: values.only ?? [],
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: "string" },
        profile: { type: "string" },
        json: { type: "string" },
        only: { type: "string", multiple: true },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(". ")[0] : String(error);
    throw new UsageError(`${reason}. Flags: --url, --profile, --only, --json, --help.`);
  }
}

function required(flag: string, value: string | undefined, example: string): string {
  if (value) return value;
  throw new UsageError(`${flag} is missing, such as ${flag} ${example}.`);
}

function origin(value: string | undefined): string {
  const text = required("--url", value, "http://localhost:3001");
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(`--url must be a whole URL, such as http://localhost:3001, not "${text}".`);
  }
  return new URL(text).origin;
}
