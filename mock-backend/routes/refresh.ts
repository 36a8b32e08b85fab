import type { Context } from "hono";
import { z } from "zod";
import type { RefusalReason } from "../domain/refresh-family.ts";
import { identify, newRefreshToken, sealSuccessor, unsealSuccessor } from "../domain/refresh-token.ts";
import { formBody, jsonBody } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import { note, noteEnded } from "../lab/note.ts";
import type { RefreshResult } from "../store/families.ts";
import { requireClient } from "./client-auth.ts";
import { grantTokens } from "./grant-tokens.ts";
import type { Route } from "./route.ts";

const presentedToken = z.string().min(1).max(4096);
const refreshSchema = z.object({ refresh_token: presentedToken });
const tokenRequestSchema = z.object({
  grant_type: z.string().min(1),
  refresh_token: presentedToken.optional(),
});

async function refreshFromJson(context: Context<BackendEnv>): Promise<Response> {
  await requireClient(context);
  return refresh(context, jsonBody(context.get("body"), refreshSchema).refresh_token);
}

/** The same as an OAuth token request (RFC 6749 §6). */
async function refreshFromForm(context: Context<BackendEnv>): Promise<Response> {
  await requireClient(context);
  const request = formBody(context.get("body"), tokenRequestSchema);
  if (request.grant_type !== "refresh_token") {
    throw new ApiError(
      400,
      "unsupported_grant_type",
      "This backend knows the grant type refresh_token only.",
    );
  }
  if (request.refresh_token === undefined) {
    throw new ApiError(400, "invalid_request", "refresh_token: missing.");
  }
  return refresh(context, request.refresh_token);
}

async function refresh(context: Context<BackendEnv>, presented: string): Promise<Response> {
  const lab = context.get("lab");
  const { crypto } = context.get("services");
  const settings = await lab.settings();
  const { now } = await lab.clock();
  const successor = newRefreshToken(crypto, presented);
  const result = await lab.families.refresh({
    presented: identify(crypto, presented),
    successorHash: crypto.sha256(successor),
    sealedSuccessor: settings.grace > 0 ? sealSuccessor(crypto, presented, successor) : null,
    idleTtlSeconds: settings.refreshIdleTtl,
    policy: {
      graceSeconds: settings.grace,
      rotation: settings.rotation,
      reuseDetection: settings.reuseDetection,
    },
    now,
  });
  if (result.kind === "refused") refuse(context, result);
  const user = await lab.users.byId(result.issued.userId);
  if (!user) throw invalidGrant("unknown");
  if (result.kind === "replayed-in-grace" && settings.graceReply === "none") tellWithout(context, result);
  noteRefresh(context, result);
  return grantTokens(context, {
    user,
    refresh: result.issued,
    now,
    refreshToken: tokenToHandOut(result, successor, (sealed) => unsealSuccessor(crypto, presented, sealed)),
  });
}

function tokenToHandOut(
  result: Exclude<RefreshResult, { kind: "refused" }>,
  successor: string,
  unseal: (sealed: string) => string,
): string | undefined {
  if (result.kind === "rotated") return successor;
  return result.kind === "replayed-in-grace" ? unseal(result.sealedSuccessor) : undefined;
}

function refuse(
  context: Context<BackendEnv>,
  { reason, ended }: Extract<RefreshResult, { kind: "refused" }>,
): never {
  if (ended) noteEnded(context.get("lab"), ended, "reused");
  throw invalidGrant(reason);
}

/** One wording for every reason (RFC 6749 §5.2): the reason goes to the timeline. */
function invalidGrant(reason: RefusalReason): ApiError {
  return new ApiError(400, "invalid_grant", "The refresh token is not valid (any more): sign in again.", {
    reason,
  });
}

/**
 * The loser of a race is forgiven, and gets no successor: the backends that keep none for the grace window.
 *
 * @throws ApiError 409 `already_rotated`
 */
function tellWithout(
  context: Context<BackendEnv>,
  { predecessor: { generation, family } }: Extract<RefreshResult, { kind: "replayed-in-grace" }>,
): never {
  note(
    context.get("lab"),
    "token.replayed-in-grace",
    `R${generation} came again within the grace window: nothing ends, and its successor is not given twice.`,
    {
      code: "already_rotated",
      outcome: "refused",
      tokens: [{ kind: "refresh", generation, family, role: "carried" }],
    },
  );
  throw new ApiError(
    409,
    "already_rotated",
    "This refresh token was used a moment ago: go on with the answer that the first use got.",
  );
}

function noteRefresh(
  context: Context<BackendEnv>,
  result: Exclude<RefreshResult, { kind: "refused" }>,
): void {
  if (result.kind === "kept") return;
  const { issued, predecessor } = result;
  const { family } = issued;
  const rotated = result.kind === "rotated";
  note(
    context.get("lab"),
    rotated ? "token.rotated" : "token.replayed-in-grace",
    rotated
      ? `Refresh token R${predecessor.generation} is spent; R${issued.generation} succeeds it.`
      : `R${predecessor.generation} came again within the grace window and gets the same successor, R${issued.generation}.`,
    {
      outcome: "ok",
      tokens: [
        { kind: "refresh", generation: predecessor.generation, family, role: "carried" },
        { kind: "refresh", generation: issued.generation, family, role: "issued" },
      ],
    },
  );
}

export const refreshRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/v1/auth/refresh",
    does: "a refresh token for new tokens",
    handler: refreshFromJson,
  },
  { method: "POST", path: "/oauth/token", does: "the same as an OAuth form", handler: refreshFromForm },
];
