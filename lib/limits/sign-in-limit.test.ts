import { expect, test } from "vitest";
import { NoTurn } from "@/lib/limits/turns";
import { refusalIn, signInFailure } from "@/lib/sign-in/sign-in-failure";
import { limitedSignIn, noTurn } from "./sign-in-limit";

const signedIn = async () => Response.json({ url: "/notes" });

test("a sign-in beyond its address's limit is refused in a way that NextAuth's client and the sign-in page understand", async () => {
  const headers = new Headers({ "x-client-address": "192.0.2.30" });
  for (let count = 0; count < 240; count += 1) {
    expect((await limitedSignIn({ method: "POST", headers }, signedIn)).status).toBe(200);
  }
  const refusal = await limitedSignIn({ method: "POST", headers }, signedIn);
  expect(refusal.status).toBe(429);
  const seconds = refusal.headers.get("Retry-After");
  const body = await refusal.json();
  expect(body).toMatchObject({ error: "too_many_requests" });
  expect(signInFailure(refusalIn(body.url) ?? undefined)).toMatchObject({
    code: "locked-out",
    advice: `Wait ${seconds} seconds, then try again.`,
  });
});

test("a sign-in for which too many wait already is told when to come again, and the page does by itself", async () => {
  const refusal = await noTurn(new NoTurn());
  expect([refusal.status, refusal.headers.get("Retry-After")]).toEqual([503, "3"]);
  const body = await refusal.json();
  expect(body).toMatchObject({ error: "busy" });
  expect(signInFailure(refusalIn(body.url) ?? undefined)).toMatchObject({ retrySeconds: 3 });
});
