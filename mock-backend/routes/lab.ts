import type { Context } from "hono";
import { z } from "zod";
import { advanceSchema, MAX_OFFSET_SECONDS } from "../domain/clock.ts";
import { foreignTokenSchema, issueForeignToken } from "../domain/foreign-token.ts";
import { MAX_KEYS, newSigningKey } from "../domain/keys.ts";
import { settingsInWords } from "../domain/setting-words.ts";
import { settingsChangeSchema } from "../domain/settings.ts";
import { describeIssues, issuePath, jsonBody } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";
import { ApiError, invalidRequest } from "../http/errors.ts";
import { json, NO_STORE } from "../http/reply.ts";
import { createLab, newLabId } from "../lab/lab-id.ts";
import { note, noteEnded } from "../lab/note.ts";
import { labState } from "../lab/state.ts";
import type { Route } from "./route.ts";

async function make(context: Context<BackendEnv>): Promise<Response> {
  const services = context.get("services");
  const lab = await createLab(services, newLabId(services));
  return json(context, 201, { id: lab.id });
}

async function state(context: Context<BackendEnv>): Promise<Response> {
  return json(context, 200, await labState(context.get("lab")));
}

async function changeSettings(context: Context<BackendEnv>): Promise<Response> {
  const lab = context.get("lab");
  const parsed = settingsChangeSchema.safeParse(jsonBody(context.get("body"), z.unknown()));
  if (!parsed.success) {
    throw new ApiError(400, "invalid_settings", describeIssues(parsed.error), {
      extra: { fields: parsed.error.issues.flatMap((issue) => issuePath(issue).split(", ")) },
    });
  }
  const before = new Map<string, unknown>(Object.entries(await lab.settings()));
  const settings = await lab.changeSettings(parsed.data);
  const given = Object.entries(parsed.data);
  const changed = Object.fromEntries(given.filter(([name, value]) => before.get(name) !== value));
  if (given.length > 0) {
    const text = settingsInWords(changed) || "All settings are as before.";
    note(lab, "settings.changed", text, { detail: { settings: parsed.data } });
  }
  return json(context, 200, settings);
}

async function readClock(context: Context<BackendEnv>): Promise<Response> {
  return json(context, 200, await context.get("lab").clock());
}

async function advanceClock(context: Context<BackendEnv>): Promise<Response> {
  const { advance } = jsonBody(context.get("body"), advanceSchema);
  const lab = context.get("lab");
  const clock = await lab.advanceClock(advance);
  if (!clock)
    throw invalidRequest(`advance: the clock goes at most ${MAX_OFFSET_SECONDS} s ahead; reset the lab.`);
  note(lab, "clock.advanced", `The lab's clock went forward by ${advance} s.`, { detail: { advance } });
  return json(context, 200, clock);
}

async function rotateKey(context: Context<BackendEnv>): Promise<Response> {
  const lab = context.get("lab");
  const key = await newSigningKey();
  const { now } = await lab.clock();
  if (!(await lab.keys.rotate(key, now))) {
    throw new ApiError(409, "key_limit", `This lab publishes ${MAX_KEYS} keys already; advance the clock.`);
  }
  note(lab, "key.rotated", "A new key signs from now on; the old one stays until its last token is out.", {
    detail: { kid: key.kid },
  });
  return json(context, 201, { kid: key.kid });
}

async function sign(context: Context<BackendEnv>): Promise<Response> {
  const { as, userId } = jsonBody(context.get("body"), foreignTokenSchema);
  const lab = context.get("lab");
  const { client, issuer } = context.get("services");
  const user = await lab.users.byId(userId);
  if (!user) throw invalidRequest(`userId: there is no user ${userId} in this lab.`);
  const { now } = await lab.clock();
  const key = await lab.keys.forSigning(now);
  const token = await issueForeignToken(as, { key, issuer, clientId: client.id, user, now });
  return json(context, 201, { token }, NO_STORE);
}

async function reset(context: Context<BackendEnv>): Promise<Response> {
  const lab = context.get("lab");
  for (const family of await lab.reset()) noteEnded(lab, family, "reset");
  note(lab, "lab.reset", "The lab was seeded anew; every session in it has ended.");
  return json(context, 200, await labState(lab));
}

export const labRoutes: readonly Route[] = [
  { method: "POST", path: "/lab", does: "makes a lab", handler: make },
  { method: "GET", path: "/lab/state", does: "everything in the lab, secrets excepted", handler: state },
  {
    method: "PATCH",
    path: "/lab/settings",
    does: "changes lifetimes, rules, faults",
    handler: changeSettings,
  },
  { method: "GET", path: "/lab/clock", does: "the lab's time", handler: readClock },
  { method: "POST", path: "/lab/clock", does: "moves the lab's time forward", handler: advanceClock },
  { method: "POST", path: "/lab/keys/rotate", does: "signs with a new key from now on", handler: rotateKey },
  { method: "POST", path: "/lab/sign", does: "signs a token that no API here must take", handler: sign },
  { method: "POST", path: "/lab/reset", does: "seeds the lab anew", handler: reset },
];
