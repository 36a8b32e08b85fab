import * as z from "zod/mini";

/** Where a script in the browser reaches the backend itself. Outside this site it is `https://api.example.com`. */
export const BACKEND_FOR_BROWSERS = "/mock-backend";

// `zod/mini`, because this file goes to the browser.
export const noteReply = z.object({ id: z.string(), title: z.string(), text: z.string() });
export const notesReply = z.object({ notes: z.array(noteReply) });

export type Note = z.infer<typeof noteReply>;

/** A call from the browser that did not end well. `status` 0: there was no answer, or one of another shape. */
export class CallError extends Error {
  override readonly name = "CallError";
  constructor(readonly status: number) {
    super(`the call ended with ${status}`);
  }
}

/**
 * One call of a script in the browser, with its answer parsed.
 *
 * @param json the body, if there is one
 * @throws CallError
 */
export async function call<T>(
  address: string,
  schema: z.ZodMiniType<T>,
  init: { method?: "GET" | "POST"; headers?: Record<string, string>; json?: unknown } = {},
): Promise<T> {
  const { method = "GET", headers = {}, json } = init;
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  const type = json === undefined ? {} : { "Content-Type": "application/json" };
  const response = await fetch(address, {
    method,
    cache: "no-store",
    headers: { ...type, ...headers },
    ...body,
  }).catch(() => null);
  if (!response?.ok) throw new CallError(response?.status ?? 0);
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new CallError(0);
  return parsed.data;
}
