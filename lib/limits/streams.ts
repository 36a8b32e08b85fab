import { passStream } from "@/lib/http/passed-stream";
import { processWide } from "@/lib/server/process-wide";
import { limitedAddress } from "./count";
import { TooManyRequests } from "./too-many-requests";
import { MOST_STREAMS } from "./windows";

/** A tab that was closed has given its stream back by then. */
const RETRY_SECONDS = 5;

/** Open streams by address: no more addresses than there are connections. */
const openStreams = processWide("streams", () => new Map<string, number>());

/**
 * Answers with an event stream, if its address has not too many of them open. The place is given back when the stream
 * ends, when its reader leaves, and at once when the answer is none.
 *
 * @throws TooManyRequests
 */
export async function withinStreams(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const address = limitedAddress(request.headers);
  if (address === null) return answer();
  const count = openStreams.get(address) ?? 0;
  if (count >= MOST_STREAMS) throw new TooManyRequests("streams", RETRY_SECONDS);
  openStreams.set(address, count + 1);
  const giveBack = once(() => {
    const left = (openStreams.get(address) ?? 1) - 1;
    if (left > 0) openStreams.set(address, left);
    else openStreams.delete(address);
  });
  try {
    const response = await answer();
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    if (!isStream || response.body === null || request.signal.aborted) {
      giveBack();
      return response;
    }
    request.signal.addEventListener("abort", giveBack, { once: true });
    return new Response(passStream(response.body, giveBack).stream, response);
  } catch (error) {
    giveBack();
    throw error;
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
