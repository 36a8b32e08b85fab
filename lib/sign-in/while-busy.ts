/** How often a sign-in that found the backend busy is tried again by itself. */
export const MOST_RETRIES = 3;

/** What of a try matters here; the rest is the caller's. */
type Try = { retrySeconds?: number | undefined };

/**
 * Tries until the answer is another than "busy", or three more times, and waits in between as long as it was told.
 *
 * @param attempt one try
 * @param signal ends the waiting: then nothing is tried any more
 * @param onWait called each second of the wait with the seconds that are left
 * @returns the last answer; undefined when the signal ended it
 */
export async function whileBusy<T extends Try>(
  attempt: () => Promise<T>,
  signal: AbortSignal,
  onWait: (seconds: number) => void = () => {},
): Promise<T | undefined> {
  for (let retries = 0; ; retries += 1) {
    const answer = await attempt();
    if (signal.aborted) return undefined;
    if (answer.retrySeconds === undefined || retries === MOST_RETRIES) return answer;
    for (let left = answer.retrySeconds; left > 0; left -= 1) {
      onWait(left);
      await aSecond(signal);
      if (signal.aborted) return undefined;
    }
  }
}

function aSecond(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, 1_000);
    signal.addEventListener("abort", end);
  });
}
