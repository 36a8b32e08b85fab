import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { fetchAnywhere } from "@/lib/backend/fetch-anywhere";
import { setTransport, transport } from "@/lib/backend/transport";
import { labTransport } from "./transport";

const before = transport();
beforeAll(() => setTransport(labTransport));
afterAll(() => setTransport(before));

const fetched = vi.spyOn(globalThis, "fetch");

afterEach(() => fetched.mockReset());

test("the backend is called, without what belonged to the caller's connection", async () => {
  fetched.mockResolvedValue(new Response("{}"));
  const headers = new Headers({ Connection: "keep-alive", Host: "x", Authorization: "Bearer t" });
  await fetchAnywhere(new URL("http://127.0.0.1:4000/v1/notes?page=2"), { headers });
  const [address, init] = fetched.mock.calls[0] ?? [];
  expect(String(address)).toBe("http://127.0.0.1:4000/v1/notes?page=2");
  const sent = Object.fromEntries(new Headers(init?.headers));
  expect(sent).toEqual({ authorization: "Bearer t" });
});

test.each([
  "http://127.0.0.1:1/",
  "http://169.254.169.254/latest",
  "https://127.0.0.1:4000/",
  "file:///etc/passwd",
  "http://attacker.example.org/",
])("nothing is sent to %s", async (address) => {
  await expect(fetchAnywhere(new URL(address), { headers: new Headers() })).rejects.toThrow("no host");
  expect(fetched).not.toHaveBeenCalled();
});

test("the attacker's host takes everything, and nothing leaves this machine", async () => {
  const answer = await fetchAnywhere(new URL("https://attacker.example/collect"), { headers: new Headers() });
  expect(answer.status).toBe(204);
  expect(fetched).not.toHaveBeenCalled();
});
