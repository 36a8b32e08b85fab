import * as z from "zod/mini";
import { jwksSchema } from "@/lib/inspect/algorithms";
import { LabProblem } from "@/lib/lab/client/problem";
import { type Fetch, send } from "@/lib/lab/client/request";
import { labKeysPath } from "@/lib/lab/client/signature";
import { demoUsers } from "@/lib/sign-in/demo-users";

const loginSchema = z.object({ access_token: z.string() });
const signedSchema = z.object({ token: z.string() });

/** What a forger starts from: a token of their own, what everybody can read, and what came their way. */
export type Material = {
  own: string;
  publicKey(): Promise<Record<string, unknown>>;
  foreign(as: string): Promise<string>;
  /** Has the API put the own token on its deny-list. */
  revokeOwn(): Promise<void>;
};

/** The forger's requests show as the attacker's on the timeline. */
const headers = { "content-type": "application/json", "X-Lab-Actor": "attacker" };

/** Signs in as Linus, a member, at the backend itself. @throws LabProblem */
export async function gatherMaterial(fetch: Fetch): Promise<Material> {
  const linus = demoUsers.find(({ name }) => name === "Linus");
  const asAttacker: Fetch = (path, init) =>
    fetch(path, { ...init, headers: { ...headers, ...init?.headers } });
  const login = {
    method: "POST",
    path: "/mock-backend/v1/auth/login",
    body: { email: linus?.email, password: linus?.password },
  };
  const { access_token: own } = await send(asAttacker, login, loginSchema);
  return {
    own,
    publicKey: async () => {
      const { keys } = await send(asAttacker, { method: "GET", path: labKeysPath }, jwksSchema);
      return { ...keys[0] };
    },
    foreign: async (as) => {
      const call = { method: "POST", path: "/mock-backend/lab/sign", body: { as, userId: "user-ada" } };
      return (await send(fetch, call, signedSchema)).token;
    },
    revokeOwn: async () => {
      const init = { method: "POST", headers: { authorization: `Bearer ${own}` } };
      const { status } = await fetch("/api/invoices/revoke", init);
      if (status !== 204) throw new LabProblem("refused", `The API did not take the revocation: ${status}.`);
    },
  };
}
