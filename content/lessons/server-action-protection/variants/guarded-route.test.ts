import { beforeEach, expect, test, vi } from "vitest";
import { answering, deleteNote } from "./guarded-data";
import { DELETE } from "./guarded-route";

vi.mock("./guarded-data");

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_URL", "https://learn.example");
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789abcdef0123456789abcdef");
  vi.mocked(deleteNote).mockReset();
  vi.mocked(answering)
    .mockReset()
    .mockImplementation(async (operation) => {
      await operation();
      return { ok: true };
    });
});

/** Behind a proxy that passes the request on to its own name for the site. */
function deleted(headers: Record<string, string>): Promise<Response> {
  const request = new Request("http://127.0.0.1:3000/api/notes/note-1", {
    method: "DELETE",
    headers: { Host: "127.0.0.1:3000", ...headers },
  });
  return DELETE(request, { params: Promise.resolve({ id: "note-1" }) });
}

test.each([
  { Origin: "https://learn.example", "Sec-Fetch-Site": "same-origin" },
  { Origin: "https://learn.example", "Sec-Fetch-Site": "same-origin", "X-Forwarded-Host": "learn.example" },
  { Origin: "https://learn.example" },
])("the site's own page behind a proxy may delete: %o", async (headers) => {
  expect((await deleted(headers)).status).toBe(204);
  expect(deleteNote).toHaveBeenCalledWith("note-1");
});

test.each([
  { Origin: "https://blog.learn.example", "Sec-Fetch-Site": "same-site" },
  { "Sec-Fetch-Site": "same-site" },
  { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  { Origin: "http://127.0.0.1:3000" },
  { Origin: "null" },
])("a page elsewhere may not: %o", async (headers) => {
  expect((await deleted(headers)).status).toBe(403);
  expect(deleteNote).not.toHaveBeenCalled();
});
