import "server-only";
import { cookies } from "next/headers";
import { cookieName, parseVariantChoice } from "@/lib/lab/server/cookies";
import { type ServerSession, serverSession } from "./session";

/**
 * The session of the request that is being answered, with the user's access token, for a Server Action or a Route
 * Handler. Outside this site it is `getServerSession(authOptions)`: here the options depend on the lab.
 */
export async function currentSession(): Promise<ServerSession | null> {
  const chosen = (await cookies()).get(cookieName("variants"))?.value;
  return serverSession(parseVariantChoice(chosen));
}
