import "server-only";
import { z } from "zod";
import { addNote } from "@/lib/backend/notes";
import { asApp, requestBackend } from "@/lib/backend/request";
import { type Role, updateUser } from "@/lib/backend/users";
import { type DemoUser, demoUsers } from "@/lib/sign-in/demo-users";

const loginReply = z.object({ access_token: z.string() });
const stateReply = z.object({
  users: z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), suspended: z.boolean() })),
  notes: z.array(z.object({ id: z.string(), ownerId: z.string(), title: z.string() })),
});

export type BackendState = z.infer<typeof stateReply>;

export function account(name: DemoUser["name"]): DemoUser {
  const found = demoUsers.find((user) => user.name === name);
  if (found === undefined) throw new RangeError(`No seeded user is called ${name}.`);
  return found;
}

/** Users and notes as the lab's backend has them at this moment. @throws BackendError */
export async function backendState(): Promise<BackendState> {
  return requestBackend("/lab/state", {}, stateReply);
}

/** Signs in at the backend itself, without the app. @throws BackendError */
async function backendToken({ email, password }: DemoUser): Promise<string> {
  const request = asApp({ email, password }, "invalid_credentials");
  return (await requestBackend("/v1/auth/login", request, loginReply)).access_token;
}

/** What only an admin can prepare, at the backend and as Ada. */
export class Stage {
  private constructor(private readonly token: string) {}

  /** @throws BackendError `refused` when Ada cannot sign in */
  static async set(): Promise<Stage> {
    return new Stage(await backendToken(account("Ada")));
  }

  /** @throws BackendError `forbidden` when Ada is no admin any more */
  async change(userId: string, change: { role?: Role; suspended?: boolean }): Promise<void> {
    await updateUser(this.token, userId, change);
  }

  /** A note of Grace's to aim at: her first, or a new one when all are gone. @throws BackendError */
  async target(): Promise<string> {
    const { notes } = await backendState();
    const known = notes.find(({ ownerId }) => ownerId === "user-grace");
    if (known !== undefined) return known.id;
    const note = { title: "One more thing", text: "The others are gone." };
    return (await addNote(await backendToken(account("Grace")), note)).id;
  }
}
