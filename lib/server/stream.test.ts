import { expect, it, vi } from "vitest";
import { endedByShutdown } from "./stream";

const encoder = new TextEncoder();

/** A source that says what it is told to, and whether somebody has hung up. */
function source() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel() {
      cancelled = true;
    },
  });
  return {
    stream,
    say: (text: string) => controller?.enqueue(encoder.encode(text)),
    end: () => controller?.close(),
    isCancelled: () => cancelled,
  };
}

it("passes on what comes, and ends with it", async () => {
  const { stream, say, end } = source();
  const passed = endedByShutdown(stream, new AbortController().signal);
  say("data: 1\n\n");
  end();
  expect(await new Response(passed).text()).toBe("data: 1\n\n");
});

it("tells the reader when to come back, ends, and hangs up, while it waits for the next event", async () => {
  const shutdown = new AbortController();
  const { stream, say, isCancelled } = source();
  const text = new Response(endedByShutdown(stream, shutdown.signal)).text();
  say("data: 1\n\n");
  await Promise.resolve();
  shutdown.abort();
  expect(await text).toMatch(/retry: 3000\n\n$/);
  expect(isCancelled()).toBe(true);
});

it("ends at once when the process is ending already", async () => {
  const { stream } = source();
  expect(await new Response(endedByShutdown(stream, AbortSignal.abort())).text()).toBe("retry: 3000\n\n");
});

it("hangs up when its reader does, and the signal is let go", async () => {
  const shutdown = new AbortController();
  const { stream, isCancelled } = source();
  await endedByShutdown(stream, shutdown.signal).cancel();
  shutdown.abort();
  expect(isCancelled()).toBe(true);
});

it("lets the signal go when its source fails: a process that ends afterwards is not stopped by an error", async () => {
  const shutdown = new AbortController();
  const removed = vi.spyOn(shutdown.signal, "removeEventListener");
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error("the backend is gone"));
    },
  });
  await expect(new Response(endedByShutdown(source, shutdown.signal)).text()).rejects.toThrow();
  expect(removed).toHaveBeenCalledTimes(1);
});
