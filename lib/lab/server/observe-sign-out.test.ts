import { expect, test, vi } from "vitest";
import { type BackendCall, currentLab, runInLab } from "./context";
import { observeRevocation } from "./observe-sign-out";
import { record } from "./record";

vi.mock("./record", async (load) => ({ ...(await load<object>()), record: vi.fn() }));

/** @returns the names of what was recorded of a sign-out whose one call was answered with this status */
async function recordedOf(call: Omit<BackendCall, "method">): Promise<string[]> {
  vi.mocked(record).mockClear();
  const lab = { id: "lab", offsetSeconds: 0, surface: "sign-out" } as const;
  await runInLab(lab, () =>
    observeRevocation(async () => void currentLab()?.calls?.push({ method: "POST", ...call })),
  );
  return vi
    .mocked(record)
    .mock.calls.flat()
    .map(({ name }) => name);
}

test.each([0, 200, 302, 401, 403, 404, 429, 500, 503])(
  "a revocation answered with %i is unheard",
  async (status) => {
    expect(await recordedOf({ path: "/v1/auth/logout", status })).toEqual(["revocation.unheard"]);
  },
);

test("a revocation answered with 204 is heard", async () => {
  expect(await recordedOf({ path: "/v1/auth/logout", status: 204 })).toEqual([]);
});
