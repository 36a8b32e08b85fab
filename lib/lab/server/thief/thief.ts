import type { NextRequest } from "next/server";
import { z } from "zod";
import { backendConfig } from "@/lib/backend/config";
import { cookieName } from "@/lib/http/cookies";
import { parseJson } from "@/lib/http/parse-json";
import { answerInLab } from "@/lib/lab/server/answer-in-lab";
import { Caller } from "@/lib/lab/server/attacker/caller";
import { currentLab } from "@/lib/lab/server/context";
import { note, record } from "@/lib/lab/server/record";
import type { ThiefReport } from "@/lib/lab/thief-report";

const order = z.object({
  accessToken: z.string().max(4_096).nullable(),
  sessionCookie: z.string().max(4_096).nullable(),
});
const notesReply = z.object({ notes: z.array(z.object({ title: z.string() })) });
const sessionReply = z.object({ user: z.object({ name: z.string() }) });

/** Longer than the backend takes, shorter than anybody waits. */
const TIMEOUT_MS = 5_000;

/**
 * `POST /api/lab/thief {accessToken, sessionCookie}`: uses what a script took, from a machine that is not the user's
 * browser: this server, without any cookie but the stolen one. Where it goes is fixed: the caller gives the loot only.
 */
export async function useLoot(request: NextRequest): Promise<Response> {
  return answerInLab(
    request,
    (body) => order.safeParse(body).data,
    async ({ accessToken, sessionCookie }) => {
      const labCookies = [cookieName("lab"), cookieName("variants")].flatMap(
        (name) => request.cookies.get(name) ?? [],
      );
      const notes = accessToken === null ? null : await readNotes(accessToken);
      const user = sessionCookie === null ? null : await askWhoIAm(labCookies, sessionCookie);
      const got = [notes !== null && "the notes", user !== null && `${user}’s session`].filter(Boolean);
      const text =
        got.length > 0
          ? `From elsewhere, with the page closed, the thief has ${got.join(" and ")}.`
          : "From elsewhere, with the page closed, the thief gets nothing.";
      const [outcome, code] = got.length > 0 ? (["failed", "in"] as const) : (["ok", "out"] as const);
      await record(note("thief.came", outcome, { code, text, from: "attacker", to: "attacker" }));
      const report: ThiefReport = { notes, user };
      return Response.json(report, { headers: { "Cache-Control": "no-store" } });
    },
  );
}

async function readNotes(accessToken: string): Promise<string[] | null> {
  const headers = {
    Authorization: `Bearer ${accessToken}`,
    "X-Lab": currentLab()?.id ?? "",
    "X-Lab-Actor": "attacker",
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await fetch(`${backendConfig().url}/v1/notes`, { headers, cache: "no-store", signal }).catch(
    () => null,
  );
  const parsed = notesReply.safeParse(await answer?.json().catch(() => null));
  return parsed.success ? parsed.data.notes.map(({ title }) => title) : null;
}

async function askWhoIAm(labCookies: { name: string; value: string }[], session: string) {
  const thief = new Caller([...labCookies, { name: cookieName("session-token"), value: session }]);
  const { body } = await thief.send("/api/auth/session");
  const parsed = sessionReply.safeParse(parseJson(body));
  return parsed.success ? parsed.data.user.name : null;
}
