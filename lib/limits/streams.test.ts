import { expect, test } from "vitest";
import { CLIENT_ADDRESS_HEADER } from "@/lib/server/client-address";
import { withinStreams } from "./streams";
import { TooManyRequests } from "./too-many-requests";
import { MOST_STREAMS } from "./windows";

/** One reader of an address, and what there is to do with it. */
function reader(address: string) {
  const leaver = new AbortController();
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      end = () => controller.close();
    },
  });
  const headers = { [CLIENT_ADDRESS_HEADER]: address };
  const request = new Request("http://site/events", { headers, signal: leaver.signal });
  const answer = async () => new Response(body, { headers: { "content-type": "text/event-stream" } });
  return { opened: withinStreams(request, answer), leave: () => leaver.abort(), end: () => end(), request };
}

async function full(address: string) {
  const readers = Array.from({ length: MOST_STREAMS }, () => reader(address));
  await Promise.all(readers.map(({ opened }) => opened));
  await expect(reader(address).opened).rejects.toThrow(TooManyRequests);
  const [first] = readers;
  if (first === undefined) throw new Error("no stream is open");
  return first;
}

const opens = async (address: string) => {
  const { opened } = reader(address);
  return (await opened).status;
};

test("one address has 200 streams, and another its own", async () => {
  await full("192.0.2.1");
  expect(await opens("192.0.2.2")).toBe(200);
});

test("who leaves gives a place back, and one only", async () => {
  const first = await full("192.0.2.3");
  first.leave();
  await (await first.opened).body?.cancel();
  expect(await opens("192.0.2.3")).toBe(200);
  await expect(reader("192.0.2.3").opened).rejects.toThrow(TooManyRequests);
});

test("a stream that ends gives its place back", async () => {
  const first = await full("192.0.2.4");
  first.end();
  await (await first.opened).text();
  expect(await opens("192.0.2.4")).toBe(200);
});

test("an answer that is no stream, and one that fails, take no place", async () => {
  const { request } = reader("192.0.2.5");
  for (let count = 0; count < MOST_STREAMS; count += 1) {
    await withinStreams(request, async () => Response.json({}));
    await expect(withinStreams(request, () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  }
  expect(await opens("192.0.2.5")).toBe(200);
});
