import { readFileSync } from "node:fs";
import { z } from "zod";
import { graceReplies } from "@/lib/scenario/settings";
import { UsageError } from "./usage-error";

const page = z
  .string({ error: "must be the path of a page, such as /notes" })
  .regex(/^\/(?!\/)\S*$/, { error: "must be a path of the app that begins with one slash, such as /notes" });
const text = z.string({ error: "must be a text" }).min(1, { error: "must not be empty" }).max(500);
const seconds = (max: number) =>
  z
    .number({ error: "must be a number of seconds" })
    .int({ error: "must be whole seconds" })
    .min(0, { error: "must not be negative" })
    .max(max, { error: `must be ${max} seconds at most` });
const lifetime = seconds(7_776_000).min(1, { error: "must be at least one second" });

const signIn = z.strictObject({
  /** The page with the form. */
  page,
  /** Label or CSS selector of the field; default: the first field of the form with the password. */
  email: text.optional(),
  /** Label or CSS selector; default: the password field. */
  password: text.optional(),
  /** Name or CSS selector of the button; default: the form's own. */
  submit: text.optional(),
  /** One of the mock backend's users. */
  user: z
    .strictObject({ email: text, password: text })
    .default({ email: "ada@example.com", password: "analytical-engine" }),
});

/** Where the app's own backend differs from the mock backend's defaults. */
const backendSettings = z.strictObject({
  grace: seconds(60).optional(),
  graceReply: z.enum(graceReplies, { error: "must be successor or none" }).optional(),
  refreshIdleTtl: lifetime.optional(),
  refreshAbsoluteTtl: lifetime.optional(),
  rotation: z.boolean({ error: "must be true or false" }).optional(),
  reuseDetection: z.boolean({ error: "must be true or false" }).optional(),
  clientAuth: z.boolean({ error: "must be true or false" }).optional(),
});

const press = text;

/** What `npm run check:app` has to know of an app: `profile.md` beside this file says it in words. */
export const profileSchema = z.strictObject({
  signIn,
  /** A page for users who are signed in, and a text on it that no other visitor sees. */
  protected: z.strictObject({ page, shows: text }),
  /** A page whose Server Components read the session; default: the protected one. */
  session: z.strictObject({ page }).optional(),
  backend: z.strictObject({
    url: z
      .url({ protocol: /^https?$/, error: "must be a whole URL, such as http://127.0.0.1:4000" })
      .transform((url) => url.replace(/\/$/, "")),
    settings: backendSettings.default({}),
  }),
  /** Where NextAuth's own endpoints are. */
  authPath: page.default("/api/auth"),
  /** The session cookie's name, where it does not end in `session-token`. */
  sessionCookie: z
    .string()
    .regex(/^[\w.-]+$/, { error: "must be a cookie's name" })
    .optional(),
  /** How long before its end the app refreshes an access token; measured when it is left out. */
  refreshesEarlySeconds: seconds(86_400).optional(),
  /** An action that changes the backend: the page of its button, the button's name or CSS selector, and the change. */
  action: z
    .strictObject({
      page,
      press,
      changes: z.enum(["notes", "users"], { error: 'must be "notes" or "users"' }),
    })
    .optional(),
  /** The app's own way to sign out; default: what NextAuth's `signOut()` sends. */
  signOut: z.strictObject({ page, press }).optional(),
});

export type Profile = z.infer<typeof profileSchema>;

/**
 * Reads a profile.
 *
 * @throws UsageError in one line: the file, the field and what is wrong with it
 */
export function readProfile(file: string): Profile {
  return parseProfile(readText(file), file);
}

/** @param name what the text is called in an error */
export function parseProfile(json: string, name: string): Profile {
  const parsed = profileSchema.safeParse(parseJson(json, name));
  if (parsed.success) return parsed.data;
  const { path, message, code, ...rest } = parsed.error.issues[0] ?? { path: [], message: "is not valid" };
  const field = path.join(".");
  if (code === "unrecognized_keys" && "keys" in rest) {
    const known = field === "" ? "the profile" : field;
    throw new UsageError(`${name}: ${known} has no field ${rest.keys.join(", ")}.`);
  }
  throw new UsageError(`${name}: ${field === "" ? "the profile" : field} ${explain(message)}.`);
}

/** zod's own words are for a field of the wrong type or one that is missing. */
function explain(message: string): string {
  if (/received undefined/.test(message)) return "is missing";
  return message.startsWith("Invalid input") ? message.replace("Invalid input: ", "is not valid: ") : message;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`--profile: there is no file ${file} that can be read.`);
  }
}

function parseJson(json: string, name: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name} is not JSON: ${reason.split("\n")[0]}`);
  }
}
