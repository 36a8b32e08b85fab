import { asCurl } from "@/lib/lab/client/curl";
import { browserLab } from "@/lib/lab/client/lab";
import { asProblem } from "@/lib/lab/client/problem";
import { type Fetch, send } from "@/lib/lab/client/request";
import { eventPageSchema, labAnswerSchema } from "@/lib/lab/schemas";
import { forge } from "./forge";
import type { ForgeryName } from "./forgeries";
import { gatherMaterial } from "./material";

const here: Fetch = (path, init) => fetch(path, init);
export const slug = "access-token-anatomy";

/** A forgery that is made and not yet sent. */
export type Forged = { name: ForgeryName; own: string; token: string; labId: string; variant: string };

/** What came of one. */
export type Presented = {
  status: number;
  body: string;
  /** The lab's own line about it: accepted, refused and why, or let in although it had to be refused. */
  line: string | null;
  /** It had to be refused, and was not. */
  letIn: boolean;
};

type Answer<T> = T | { problem: string };

/** Makes a forgery in this browser's lab, and makes sure that there is one. */
export async function makeForgery(name: ForgeryName): Promise<Answer<Forged>> {
  try {
    const lab = await send(here, { method: "POST", path: "/api/lab" }, labAnswerSchema);
    browserLab().start(lab.id);
    const material = await gatherMaterial(here);
    const token = await forge(name, material);
    return { name, own: material.own, token, labId: lab.id, variant: lab.variants[slug] ?? "" };
  } catch (thrown) {
    return { problem: asProblem(thrown).message };
  }
}

/** The request as a line for a terminal, with the verifier that the lab has chosen. */
export function curlOf({ token, labId }: Forged, variant: string): string {
  const headers = { authorization: `Bearer ${token}` };
  const call = { method: "GET", path: "/api/invoices", headers };
  return asCurl(call, location.origin, labId, { [slug]: variant });
}

/** Sends it to the invoices API, and asks the lab what it saw. */
export async function presentForgery({ token }: Forged): Promise<Answer<Presented>> {
  try {
    const before = await send(
      here,
      { method: "GET", path: "/mock-backend/lab/events?after=0&limit=1" },
      eventPageSchema,
    );
    const headers = { authorization: `Bearer ${token}`, "X-Lab-Actor": "attacker" };
    const answer = await here("/api/invoices", { cache: "no-store", headers });
    const body = await answer.text();
    const path = `/mock-backend/lab/events?after=${before.lastSeq}`;
    const { events } = await send(here, { method: "GET", path }, eventPageSchema);
    const said = events.find(({ type, name }) => type === "note" && name.startsWith("token."));
    return { status: answer.status, body, line: said?.text ?? null, letIn: said?.name === "token.let-in" };
  } catch (thrown) {
    return { problem: asProblem(thrown).message };
  }
}
