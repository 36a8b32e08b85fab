export type PassedStream = {
  stream: ReadableStream<Uint8Array>;
  /** Ends the stream early, with these last bytes, and hangs up on its source. */
  end(lastBytes: Uint8Array): void;
};

/**
 * Passes a stream on.
 *
 * @param onEnd called once, when the stream is over: at its end, when its source fails, and when its reader leaves
 */
export function passStream(source: ReadableStream<Uint8Array>, onEnd: () => void): PassedStream {
  const reader = source.getReader();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const finish = () => {
    if (controller === undefined) return undefined;
    const open = controller;
    controller = undefined;
    onEnd();
    return open;
  };
  const stream = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    async pull() {
      try {
        const next = await reader.read();
        if (next.done) finish()?.close();
        else controller?.enqueue(next.value);
      } catch (error) {
        finish()?.error(error);
      }
    },
    cancel(reason) {
      finish();
      return reader.cancel(reason);
    },
  });
  return {
    stream,
    end(lastBytes) {
      const open = finish();
      if (open === undefined) return;
      open.enqueue(lastBytes);
      open.close();
      reader.cancel().catch(() => {});
    },
  };
}
