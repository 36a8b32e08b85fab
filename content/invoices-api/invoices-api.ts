import { LRUCache } from "lru-cache";
import type { NextRequest } from "next/server";
import { z } from "zod";
import type { AccessClaims, VerifierPiece } from "@/content/notes-app/pieces";
import { chosenVerifier } from "@/content/variants";
import { BackendError } from "@/lib/backend/errors";
import { jsonError } from "@/lib/http/json-error";
import { LabError } from "@/lib/lab/server/control";
import { inLab } from "@/lib/lab/server/in-lab";
import { labEntry, observeVerifier, recordPresented } from "@/lib/lab/server/observe-verifier";
import { backendUnreachable } from "@/lib/lab/server/without-lab";
import { appMemory } from "@/lib/store/app-memory";
import { resourceServer } from "./issuer";

/** `GET /api/invoices`: a second API behind the same issuer. It has no session and no cookie: the token is all. */
export async function getInvoices(request: NextRequest): Promise<Response> {
  return withAccess(request, async ({ claims }) => {
    const { sub, roles } = seen.parse(claims);
    return Response.json({ sub, roles, invoices: invoicesFor(sub, roles) }, noStore);
  });
}

/** `POST /api/invoices/revoke`: this API takes the presented token no more, before it expires. */
export async function revokeAccess(request: NextRequest): Promise<Response> {
  return withAccess(request, async ({ claims, token, piece }) => {
    deny(await piece.denyKey(token, claims));
    deny(labEntry(claims));
    return new Response(null, { status: 204 });
  });
}

/** What the API reads of the claims. It believes the verifier. */
const seen = z.object({ sub: z.string().catch(""), roles: z.array(z.string()).catch([]) });
const noStore = { headers: { "Cache-Control": "no-store" } };

type Access = { claims: AccessClaims; token: string; piece: VerifierPiece };

async function withAccess(
  request: NextRequest,
  work: (access: Access) => Promise<Response>,
): Promise<Response> {
  try {
    return await inLab("route-handler", async (choice) => {
      const token = /^bearer +([^ ]+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
      if (token === undefined) return unauthorized("missing_token", "Bearer");
      const answered = await recordPresented(`${request.method} ${request.nextUrl.pathname}`, token);
      const response = await judged(token, chosenVerifier(choice), work);
      await answered(response.status);
      return response;
    });
  } catch (error) {
    if (error instanceof LabError && error.code === "unknown")
      return jsonError(400, "lab_required", "Send your lab’s cookie: POST /api/lab makes one.");
    if (error instanceof LabError || error instanceof BackendError) return backendUnreachable();
    throw error;
  }
}

async function judged(
  token: string,
  piece: VerifierPiece,
  work: (access: Access) => Promise<Response>,
): Promise<Response> {
  const observed = observeVerifier(piece, isDenied);
  const verdict = await observed(token, await resourceServer());
  return verdict.ok
    ? work({ claims: verdict.claims, token, piece })
    : unauthorized("invalid_token", challenge);
}

/** RFC 6750 §3.1. Why a token was refused is for the log: to whoever forges it, it would be a guide. */
const challenge = 'Bearer error="invalid_token"';

function unauthorized(error: string, authenticate: string): Response {
  return Response.json(
    { error, error_description: "Send an access token that is good here, as Authorization: Bearer." },
    { status: 401, headers: { "WWW-Authenticate": authenticate, "Cache-Control": "no-store" } },
  );
}

/** The oldest go first. */
const MAX_ENTRIES = 200;

const list = appMemory("deny-list", () => new LRUCache<string, true>({ max: MAX_ENTRIES }));

/** Remembers a revoked token, by whatever the verifier in use knows it. */
export function deny(entry: string): void {
  list().set(entry, true);
}

export function isDenied(entry: string): boolean {
  return list().has(entry);
}

/** What the invoices API keeps: fixed, so that what a forged token gave away can be told at a glance. */
const invoices = [
  { id: "inv-1", userId: "user-ada", for: "Difference Engine, second instalment", amount: "£1,700" },
  { id: "inv-2", userId: "user-grace", for: "Wire, 11.8 inches", amount: "$0.31" },
  { id: "inv-3", userId: "user-linus", for: "Keyboard, replacement", amount: "€89" },
] as const;

export type Invoice = (typeof invoices)[number];

/** An admin sees every invoice, a member their own. */
export function invoicesFor(userId: string, roles: readonly string[]): readonly Invoice[] {
  return roles.includes("admin") ? invoices : invoices.filter((invoice) => invoice.userId === userId);
}
