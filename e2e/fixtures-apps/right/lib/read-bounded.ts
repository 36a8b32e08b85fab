import "server-only";

/**
 * Reads a body no further than its limit. What is counted is decoded: 300 kB of gzip can be 300 MB of text.
 *
 * @param limit bytes
 * @throws RangeError when there is more; the connection is closed then
 */
export async function readBounded(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > limit) {
      await reader.cancel();
      throw new RangeError(`The body is longer than ${limit} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
