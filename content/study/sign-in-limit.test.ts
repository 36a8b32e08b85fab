import { expect, test } from "vitest";
import { refusalIn, signInFailure } from "@/lib/lab/sign-in-failure";
import { tooManySignIns } from "./sign-in-limit";

test("a sign-in beyond its address's limit is refused in a way that NextAuth's client and the sign-in page understand", async () => {
  const headers = new Headers({ "x-client-address": "192.0.2.30" });
  for (let count = 0; count < 240; count += 1) expect(await tooManySignIns(headers)).toBeNull();
  const refusal = await tooManySignIns(headers);
  expect(refusal?.status).toBe(429);
  const seconds = refusal?.headers.get("Retry-After");
  const body = await refusal?.json();
  expect(body).toMatchObject({ error: "too_many_requests" });
  expect(signInFailure(refusalIn(body.url) ?? undefined)).toMatchObject({
    code: "locked-out",
    advice: `Wait ${seconds} seconds, then try again.`,
  });
});
