import { AsyncLocalStorage } from "node:async_hooks";
import type { AuthOptions } from "next-auth";
import { processWide } from "@/lib/server/process-wide";
import type { AppPieces, SessionCookie } from "./pieces";

/** The notes app as it is put together: an ordinary app has one such object, and it never changes. */
export type NotesApp = {
  pieces: AppPieces;
  /** The one NextAuth configuration. */
  authOptions: AuthOptions;
  /** The same, for code that reads and writes the session cookie outside of NextAuth. */
  sessionCookie: SessionCookie;
};

const running = processWide("notes-app", () => new AsyncLocalStorage<NotesApp>());

/** Answers a request, or a part of one, with this app. */
export function runApp<T>(app: NotesApp, work: () => T): T {
  return running.run(app, work);
}

/**
 * The app that answers the running request. Outside this site `authOptions` is a constant that one imports; here every
 * visitor chooses what the app is made of.
 *
 * @throws Error outside of `runApp`
 */
export function currentApp(): NotesApp {
  const app = running.getStore();
  if (app === undefined) throw new Error("No app answers here: this code runs within runApp() only.");
  return app;
}
