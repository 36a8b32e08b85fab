import { yours as yourVerifier } from "@/content/lessons/access-token-anatomy/exercise";
import { anyAlgorithm } from "@/content/lessons/access-token-anatomy/variants/any-algorithm";
import { decodeOnly } from "@/content/lessons/access-token-anatomy/variants/decode-only";
import { libraryCall } from "@/content/lessons/access-token-anatomy/variants/library-call";
import { signatureOnly } from "@/content/lessons/access-token-anatomy/variants/signature-only";
import { strict } from "@/content/lessons/access-token-anatomy/variants/strict";
import { yours } from "@/content/lessons/credentials-provider/exercise";
import { asPosted } from "@/content/lessons/credentials-provider/variants/as-posted";
import { checked } from "@/content/lessons/credentials-provider/variants/checked";
import { serverSide } from "@/content/lessons/credentials-provider/variants/server-side";
import { yours as yourRefresh } from "@/content/lessons/refresh-rotation/exercise";
import { inCallback } from "@/content/lessons/refresh-rotation/variants/in-callback";
import { inCallbackLocked } from "@/content/lessons/refresh-rotation/variants/in-callback-locked";
import { inProxy } from "@/content/lessons/refresh-rotation/variants/in-proxy";
import { none } from "@/content/lessons/refresh-rotation/variants/none";
import { tokenStore } from "@/content/lessons/refresh-rotation/variants/token-store";
import { guardAdminPages } from "@/content/lessons/server-action-protection/variants/page-guarded-proxy";
import { yours as yourSignOut } from "@/content/lessons/signing-out/exercise";
import { cookieOnly } from "@/content/lessons/signing-out/variants/cookie-only";
import { revokesAndAsks } from "@/content/lessons/signing-out/variants/revokes-and-asks";
import { revokesRefresh } from "@/content/lessons/signing-out/variants/revokes-refresh";
import { sessionList } from "@/content/lessons/signing-out/variants/session-list";
import { yours as yourBrowserData } from "@/content/lessons/tokens-and-the-browser/exercise";
import { bff } from "@/content/lessons/tokens-and-the-browser/variants/bff";
import { openProxy } from "@/content/lessons/tokens-and-the-browser/variants/open-proxy";
import { tokenFromRoute } from "@/content/lessons/tokens-and-the-browser/variants/token-from-route";
import { tokenOnSession } from "@/content/lessons/tokens-and-the-browser/variants/token-on-session";
import type {
  AppPieces,
  BrowserDataPiece,
  CredentialsPiece,
  RefreshPiece,
  SignOutPiece,
  VerifierPiece,
} from "@/content/notes-app/pieces";
import { actionsUnderProof, underProof } from "@/content/under-proof/pieces";
import type { VariantChoice } from "@/lib/lab/server/cookies";

const credentialsPieces: Record<string, CredentialsPiece> = {
  "as-posted": asPosted,
  checked,
  "server-side": serverSide,
  yours,
  ...underProof["credentials-provider"],
};
const refreshPieces: Record<string, RefreshPiece> = {
  none,
  "in-callback": inCallback,
  "in-callback-locked": inCallbackLocked,
  "in-proxy": inProxy,
  "token-store": tokenStore,
  yours: yourRefresh,
  ...underProof["refresh-rotation"],
};
const browserDataPieces: Record<string, BrowserDataPiece> = {
  "token-on-session": tokenOnSession,
  "token-from-route": tokenFromRoute,
  "open-proxy": openProxy,
  bff,
  yours: yourBrowserData,
  ...underProof["tokens-and-the-browser"],
};
const signOutPieces: Record<string, SignOutPiece> = {
  "cookie-only": cookieOnly,
  "revokes-refresh": revokesRefresh,
  "revokes-and-asks": revokesAndAsks,
  "session-list": sessionList,
  yours: yourSignOut,
  ...underProof["signing-out"],
};

const verifierPieces: Record<string, VerifierPiece> = {
  "decode-only": decodeOnly,
  "any-algorithm": anyAlgorithm,
  "signature-only": signatureOnly,
  "library-call": libraryCall,
  strict,
  yours: yourVerifier,
  ...underProof["access-token-anatomy"],
};

const actionNames = [
  ...(["open", "page-guarded", "signed-in", "role-in-cookie", "guarded", "yours"] as const),
  ...actionsUnderProof,
];

/** Lesson 3's variants: the app's forms and its proxy pick theirs by name. */
export type ActionsName = (typeof actionNames)[number];

/** What a lab can choose from, by lesson. Until it chooses, one that works runs. */
const lessons = new Map([
  ["credentials-provider", { fallback: "server-side", names: Object.keys(credentialsPieces) }],
  ["refresh-rotation", { fallback: "in-proxy", names: Object.keys(refreshPieces) }],
  ["server-action-protection", { fallback: "guarded", names: actionNames.map(String) }],
  ["access-token-anatomy", { fallback: "strict", names: Object.keys(verifierPieces) }],
  // What lesson 2 stands on: its table says what a copied cookie is worth under each of its strategies.
  ["signing-out", { fallback: "revokes-refresh", names: Object.keys(signOutPieces) }],
  ["tokens-and-the-browser", { fallback: "bff", names: Object.keys(browserDataPieces) }],
]);

/** The lessons whose piece a lab can switch, with the names of its variants. */
export function switchableLessons(): readonly { slug: string; names: readonly string[] }[] {
  return [...lessons].map(([slug, { names }]) => ({ slug, names }));
}

/** @returns the choice with every lesson named: an unknown or missing variant becomes the lesson's default */
export function completeChoice(choice: VariantChoice): VariantChoice {
  return Object.fromEntries(
    [...lessons].map(([slug, { fallback, names }]) => {
      const chosen = choice[slug];
      return [slug, chosen !== undefined && names.includes(chosen) ? chosen : fallback];
    }),
  );
}

/** @returns the first entry that names no lesson or no variant of it, or null when all are known */
export function unknownVariant(choice: VariantChoice): { lesson: string; variant: string } | null {
  for (const [lesson, variant] of Object.entries(choice)) {
    if (!lessons.get(lesson)?.names.includes(variant)) return { lesson, variant };
  }
  return null;
}

/** The implementations that the lab's choice makes one NextAuth configuration of. */
export function chosenPieces(choice: VariantChoice): AppPieces {
  const complete = completeChoice(choice);
  return {
    credentials: credentialsPieces[complete["credentials-provider"] ?? ""] ?? serverSide,
    refresh: refreshPieces[complete["refresh-rotation"] ?? ""] ?? inProxy,
    browserData: browserDataPieces[chosenBrowserData(complete)] ?? bff,
    signOut: signOutPieces[complete["signing-out"] ?? ""] ?? revokesRefresh,
    // One variant of the Server Actions has its only guard in the proxy.
    guardPages: chosenActions(complete) === "page-guarded" ? guardAdminPages : undefined,
  };
}

/** The variant whose Server Actions the app's forms post to. */
export function chosenActions(choice: VariantChoice): ActionsName {
  const chosen = completeChoice(choice)["server-action-protection"];
  return actionNames.find((name) => name === chosen) ?? "guarded";
}

/** The variant whose script runs on the page that fetches its notes itself. */
export function chosenBrowserData(choice: VariantChoice): string {
  return completeChoice(choice)["tokens-and-the-browser"] ?? "bff";
}

/** The verifier that the invoices API goes by. */
export function chosenVerifier(choice: VariantChoice): VerifierPiece {
  return verifierPieces[completeChoice(choice)["access-token-anatomy"] ?? ""] ?? strict;
}
