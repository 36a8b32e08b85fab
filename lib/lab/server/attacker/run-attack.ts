import "server-only";
import { readEnvironment } from "@/lib/env";
import type { Attack } from "@/lib/lab/attack/attacks";
import { changesBetween } from "@/lib/lab/attack/changes";
import { curlOf } from "@/lib/lab/attack/curl";
import type { AttackReport } from "@/lib/lab/attack/report";
import { actionId } from "./action-id";
import { account, backendState, Stage } from "./arrange";
import { Caller } from "./caller";
import type { SiteAnswer } from "./site-request";

type Cookies = readonly { name: string; value: string }[];

/** `arrangement`: the lab is not as the attack needs it. `no-action`: no page shows the action's id. */
export class AttackError extends Error {
  override readonly name = "AttackError";
  constructor(readonly code: "arrangement" | "no-action") {
    super(code);
  }
}

/** Shown of an answer's body: more than any page of the app under study. */
const SHOWN_BYTES = 512 * 1024;

/**
 * Prepares the lab, sends one attack to the running site, and reports what came back and what changed at the backend.
 *
 * @param cookies the lab's and its variants'
 * @throws AttackError, BackendError
 */
export async function runAttack(attack: Attack, cookies: Cookies, variant: string): Promise<AttackReport> {
  const stage = await Stage.set();
  const { caller, arranged } = await takeRole(attack, stage, cookies);
  const id = await learnId(attack, cookies);
  const target = await stage.target();
  await afterSignIn(attack, stage, arranged);

  const before = await backendState();
  const body = attack.args.replaceAll("NOTE", target);
  const headers: [string, string][] = attack.form
    ? []
    : [
        ["Next-Action", id],
        ["Content-Type", "text/plain;charset=UTF-8"],
        ["Accept", "text/x-component"],
      ];
  if (attack.origin !== undefined) headers.push(["Origin", attack.origin]);
  const fields = attack.form ? formFields(id, body) : null;
  const sentCookies = caller.cookies;
  const answer = await caller.send(attack.path, {
    method: "POST",
    headers,
    body: fields ? form(fields) : body,
  });
  const after = await backendState();
  return {
    variant,
    arranged,
    curl: curlOf({
      url: new URL(attack.path, readEnvironment().siteUrl).href,
      headers,
      cookies: sentCookies,
      body: fields ?? body,
    }),
    answer: shown(answer),
    ...changesBetween(before, after),
  };
}

/** Signs the caller in, with the role that the cookie is to remember. */
async function takeRole(attack: Attack, stage: Stage, cookies: Cookies) {
  const caller = new Caller(cookies);
  const arranged: string[] = [];
  if (attack.as === "nobody") return { caller, arranged };
  const isLinus = attack.as === "linus";
  const wasAdmin = attack.as === "grace-demoted";
  const userId = isLinus ? "user-linus" : "user-grace";
  await stage.change(userId, { role: wasAdmin ? "admin" : "member", suspended: false });
  if (!(await caller.signIn(account(isLinus ? "Linus" : "Grace")))) throw new AttackError("arrangement");
  arranged.push(
    wasAdmin ? "Ada made Grace an admin, and Grace signed in." : `${isLinus ? "Linus" : "Grace"} signed in.`,
  );
  return { caller, arranged };
}

/** What happens at the backend while the caller's cookie stays as it is. */
async function afterSignIn(attack: Attack, stage: Stage, arranged: string[]): Promise<void> {
  if (attack.as === "grace-demoted") {
    await stage.change("user-grace", { role: "member" });
    arranged.push("Ada made Grace a member again. Grace’s cookie still says admin.");
  }
  if (attack.as === "grace-suspended") {
    await stage.change("user-grace", { suspended: true });
    arranged.push("Ada suspended Grace. Grace’s cookie does not know.");
  }
}

async function learnId({ action }: Attack, cookies: Cookies): Promise<string> {
  const reader = new Caller(cookies);
  const eyes = account(action === "setRole" ? "Ada" : "Linus");
  if (!(await reader.signIn(eyes))) throw new AttackError("arrangement");
  const id = await actionId(reader, action);
  if (id === null) throw new AttackError("no-action");
  return id;
}

/** The hidden fields that React renders into a form whose action has arguments bound to it. */
function formFields(id: string, args: string): [string, string][] {
  return [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })],
    ["$ACTION_1:1", args],
  ];
}

function form(fields: readonly [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

function shown({ status, headers, body }: SiteAnswer): AttackReport["answer"] {
  const bytes = new TextEncoder().encode(body);
  const text = new TextDecoder().decode(bytes.slice(0, SHOWN_BYTES));
  return { status, headers: [...headers], body: text, cutBytes: Math.max(0, bytes.length - SHOWN_BYTES) };
}
