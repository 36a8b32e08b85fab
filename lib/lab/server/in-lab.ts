import { cookies, headers } from "next/headers";
import { senderOf } from "@/lib/lab/actor";
import { runInLab, type Surface } from "@/lib/lab/server/context";
import { LabError, labOffsetSeconds } from "@/lib/lab/server/control";
import { cookieName, parseLabId, parseVariantChoice, type VariantChoice } from "@/lib/lab/server/cookies";

/**
 * Runs `work` inside the lab that the request's cookie names. `proxy.ts` has made one for a request that may have one made.
 *
 * @param surface where in the app this runs
 * @throws LabError `unknown` without a lab, `unreachable` when the backend does not answer
 */
export async function inLab<T>(surface: Surface, work: (choice: VariantChoice) => Promise<T>): Promise<T> {
  const jar = await cookies();
  const id = parseLabId(jar.get(cookieName("lab"))?.value);
  if (id === null) throw new LabError("unknown");
  const offsetSeconds = await labOffsetSeconds(id);
  const choice = parseVariantChoice(jar.get(cookieName("variants"))?.value);
  const sender = senderOf(await headers());
  return runInLab({ id, offsetSeconds, surface, sender }, () => work(choice));
}
