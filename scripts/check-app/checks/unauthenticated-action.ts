import { type APIRequestContext, request } from "@playwright/test";
import { type CapturedWrite, captureWrite } from "../capture-write";
import type { AppCheck, CheckContext } from "../check";
import { Failure } from "../failure";

export const unauthenticatedAction: AppCheck = {
  id: "unauthenticated-action",
  title: "Unauthenticated action",
  section: { slug: "server-action-protection", anchor: "with-no-session-at-all" },
  ages: false,
  expected: "The same request without a cookie changes nothing, wherever it is posted to.",
  skip: ({ action }) => (action === undefined ? "The profile names no action." : undefined),
  async run(context) {
    const { profile, url } = context;
    if (profile.action === undefined) throw new Error("The profile names no action.");
    const visitor = await context.signedIn();
    const write = await captureWrite(visitor.page, profile.action, url);
    const before = await what(context, profile.action.changes);

    const nobody = await request.newContext({ ignoreHTTPSErrors: true });
    try {
      // An action can be posted to any page, so a guard on its own page is none.
      for (const path of [write.path, "/", "/no/such/page"]) {
        await send(nobody, write, url + path);
        if ((await what(context, profile.action.changes)) !== before) throw new Failure(changed(write, path));
      }
    } finally {
      await nobody.dispose();
    }

    // A request that does nothing for its owner either would prove nothing.
    await send(visitor.context.request, write, url + write.path);
    if ((await what(context, profile.action.changes)) === before) {
      throw new Error(
        `The action changed no ${profile.action.changes} for a signed-in user either, so this proves nothing.`,
      );
    }
    return `A ${write.kind} without a cookie changed nothing; with one it did.`;
  },
};

function changed({ kind, path: own }: CapturedWrite, path: string): string {
  const where = path === own ? path : `${path}, which is not its own page`;
  return `A ${kind} without any cookie, posted to ${where}, was carried out at the backend.`;
}

async function send(by: APIRequestContext, { method, headers, body }: CapturedWrite, url: string) {
  await by.fetch(url, { method, headers, data: body, maxRedirects: 0, failOnStatusCode: false });
}

/** What the action would change, as one text to compare. */
async function what({ backend }: CheckContext, changes: "notes" | "users"): Promise<string> {
  return JSON.stringify((await backend.state())[changes]);
}
