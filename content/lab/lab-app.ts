import { assembleApp } from "@/content/notes-app/auth-options";
import { type NotesApp, runApp } from "@/content/notes-app/current-app";
import type { SignOutPiece } from "@/content/notes-app/pieces";
import { withTokens } from "@/content/notes-app/session-tokens";
import { chosenPieces } from "@/content/variants";
import type { Surface } from "@/lib/lab/server/context";
import type { VariantChoice } from "@/lib/lab/server/cookies";
import { inLab } from "@/lib/lab/server/in-lab";
import { observeAuth, type TokensBehind } from "@/lib/lab/server/observe";
import { observeSignOutEverywhere } from "@/lib/lab/server/observe-sign-out";

/**
 * The notes app of one lab: made of the variants that the lab has chosen, and watched by the lab. This is the one place
 * where the two meet; neither the app nor a variant knows.
 */
export function labApp(choice: VariantChoice): NotesApp {
  const pieces = chosenPieces(choice);
  const app = assembleApp({ ...pieces, signOut: watchedSignOut(pieces.signOut) });
  return { ...app, authOptions: observeAuth(app.authOptions, tokensBehind(choice)) };
}

/** Runs a part of the app inside the caller's lab. @throws LabError as `inLab` does */
export function inApp<T>(surface: Surface, work: (choice: VariantChoice) => Promise<T>): Promise<T> {
  return inLab(surface, (choice) => runApp(labApp(choice), () => work(choice)));
}

/** The backend's tokens behind a session, wherever the variant that a lab has chosen keeps them. */
export function tokensBehind(choice: VariantChoice): TokensBehind {
  const { refresh } = chosenPieces(choice);
  return (token) => withTokens(refresh, token);
}

function watchedSignOut(piece: SignOutPiece): SignOutPiece {
  const { signOutEverywhere } = piece;
  if (signOutEverywhere === undefined) return piece;
  return {
    ...piece,
    signOutEverywhere: (token) => observeSignOutEverywhere(() => signOutEverywhere.call(piece, token)),
  };
}
