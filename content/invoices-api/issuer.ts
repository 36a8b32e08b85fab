import type { JSONWebKeySet } from "jose";
import { z } from "zod";
import type { ResourceServer } from "@/content/notes-app/pieces";
import { requestBackend } from "@/lib/backend/request";
import { now } from "@/lib/lab/clock";

/** The name by which the issuer knows the APIs of this backend. */
const AUDIENCE = "https://api.silent-refresh.example";

const metadataSchema = z.object({ issuer: z.string() });
const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) });

/**
 * What this API knows of its issuer, asked of it over HTTP: RFC 8414 metadata and the published keys. A real one keeps
 * both for a while, and asks again when a token names a key that it does not know.
 *
 * @throws BackendError
 */
export async function resourceServer(): Promise<ResourceServer> {
  const [{ issuer }, keys] = await Promise.all([
    requestBackend("/.well-known/oauth-authorization-server", {}, metadataSchema),
    requestBackend("/.well-known/jwks.json", {}, keysSchema),
  ]);
  return { issuer, audience: AUDIENCE, keys: keys as JSONWebKeySet, now: now() };
}
