import type { ActionAnswer } from "@/content/notes-app/pieces";

const messages = new Map([
  ["signed-out", "Your session has ended. Sign in again, then try again."],
  ["invalid", "The app sent something that the server does not take. Reload the page and try again."],
  ["refused", "That is not there, or not yours to change. Reload the page to see what is."],
  ["unavailable", "The backend does not answer. Nothing was changed. Try again in a moment."],
]);

/**
 * What a form says about its action's answer. Fixed codes become our sentences; other text is shown as it came, as a
 * page does whose actions answer with error messages.
 */
export function actionMessage(answer: ActionAnswer | null): string | null {
  if (answer === null || answer.ok) return null;
  return messages.get(answer.error) ?? answer.error;
}
