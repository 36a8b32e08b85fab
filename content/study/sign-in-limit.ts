import { readEnvironment } from "@/lib/env";
import { countAgainst } from "@/lib/limits/count";
import { TooManyRequests, tooManyRequests } from "@/lib/limits/too-many-requests";

/**
 * Counts a sign-in against its address. The refusal names the address of the sign-in page with its error, as NextAuth's
 * answers do: NextAuth's client reads `url`, and the page then says how long to wait.
 *
 * @returns the refusal, null within the limit
 */
export async function tooManySignIns(headers: Headers): Promise<Response | null> {
  try {
    await countAgainst("sign-ins", headers);
    return null;
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error;
    const refusal = tooManyRequests(error);
    const url = new URL("/signin", readEnvironment().siteUrl);
    url.searchParams.set("error", `LockedOut:${error.retryAfterSeconds}`);
    const body: unknown = await refusal.json();
    return Response.json({ ...Object(body), url: url.href }, refusal);
  }
}
