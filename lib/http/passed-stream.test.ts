import { expect, test, vi } from "vitest";
import { passStream } from "./passed-stream";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a source that fails is the end, once, and nothing can be added afterwards", async () => {
  const onEnd = vi.fn();
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error("broken off"));
    },
  });
  const { stream, end } = passStream(source, onEnd);
  await expect(new Response(stream).text()).rejects.toThrow("broken off");
  end(bytes("too late"));
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test("a stream that was ended early is over once, though its reader leaves as well", async () => {
  const onEnd = vi.fn();
  const { stream, end } = passStream(new ReadableStream<Uint8Array>(), onEnd);
  end(bytes("the last"));
  const reader = stream.getReader();
  expect((await reader.read()).value).toEqual(bytes("the last"));
  await reader.cancel();
  expect(onEnd).toHaveBeenCalledTimes(1);
});
