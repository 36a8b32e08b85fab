import { limitedAddress } from "./count";
import { TooManyRequests } from "./too-many-requests";
import { MOST_STREAMS } from "./windows";

/** A tab that was closed has given its stream back by then. */
const RETRY_SECONDS = 5;

/** On `globalThis`, as the counters are. */
const KEY = Symbol.for("silent-refresh.streams");
type Global = typeof globalThis & { [KEY]?: Map<string, number> };

/** Addresses with an open stream, so no more than there are connections. */
function openStreams(): Map<string, number> {
  const shared: Global = globalThis;
  shared[KEY] ??= new Map();
  return shared[KEY];
}

/**
 * Answers with an event stream, if its address has not too many of them open. The place is given back when the stream
 * ends, when its reader leaves, and at once when the answer is none.
 *
 * @throws TooManyRequests
 */
export async function withinStreams(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const address = limitedAddress(request.headers);
  if (address === null) return answer();
  const open = openStreams();
  const count = open.get(address) ?? 0;
  if (count >= MOST_STREAMS) throw new TooManyRequests("streams", RETRY_SECONDS);
  open.set(address, count + 1);
  const giveBack = once(() => {
    const left = (open.get(address) ?? 1) - 1;
    if (left > 0) open.set(address, left);
    else open.delete(address);
  });
  try {
    const response = await answer();
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    if (!isStream || response.body === null || request.signal.aborted) {
      giveBack();
      return response;
    }
    request.signal.addEventListener("abort", giveBack, { once: true });
    return new Response(endingWith(response.body, giveBack), response);
  } catch (error) {
    giveBack();
    throw error;
  }
}

function endingWith(body: ReadableStream<Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await reader.read();
        if (!next.done) return controller.enqueue(next.value);
        end();
        controller.close();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel(reason) {
      end();
      return reader.cancel(reason);
    },
  });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
