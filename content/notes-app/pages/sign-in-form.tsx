"use client";

import { getCsrfToken, signIn } from "next-auth/react";
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { demoUsers } from "@/lib/sign-in/demo-users";
import { busyFailure, failureOf, inOneLine, refusalIn, signInFailure } from "@/lib/sign-in/sign-in-failure";
import { whileBusy } from "@/lib/sign-in/while-busy";
import { FailureNotice } from "./failure-notice";
import styles from "./notes-app.module.css";

/** What came of one try. */
type Tried =
  | { reached: false; retrySeconds?: undefined }
  | { reached: true; ok: boolean; error: string | null; retrySeconds: number | undefined };

/** Credentials go to NextAuth's own endpoint; its answer's address says whether it worked. */
export function SignInForm({ callbackPath }: { callbackPath: string }) {
  // Until the script is here, a press would send the form by itself: so there is nothing to press yet.
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const [state, setState] = useState<"ready" | "busy" | "unreachable" | "unavailable">("ready");
  const [waitSeconds, setWaitSeconds] = useState<number>();
  const leaver = useRef<AbortController>(null);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  // A visitor who has left the page meanwhile must not be signed in.
  useEffect(() => () => leaver.current?.abort(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setState("busy");
    leaver.current = new AbortController();
    const tried = await whileBusy(attempt, leaver.current.signal, setWaitSeconds);
    setWaitSeconds(undefined);
    if (tried === undefined) return;
    if (tried.retrySeconds !== undefined) return setState("unavailable");
    if (!tried.reached) return setState("unreachable");
    const query = new URLSearchParams({ callbackUrl: callbackPath, error: tried.error ?? "" });
    // A full navigation, so that every Server Component reads the new cookie.
    window.location.assign(tried.ok ? callbackPath : `/signin?${query}`);
  }

  async function attempt(): Promise<Tried> {
    setWaitSeconds(undefined);
    // Asked for first: without a token signIn() posts all the same, and NextAuth's answer looks like a success.
    const reached = (await getCsrfToken()) !== undefined;
    const credentials = { email, password, callbackUrl: callbackPath, redirect: false } as const;
    const answer = reached ? await signIn("credentials", credentials).catch(() => null) : null;
    if (answer === null) return { reached: false };
    // `ok` is the HTTP status, and a wrong CSRF token is answered with 200 and another address.
    const error = answer?.error ?? refusalIn(answer?.url ?? "/signin?error");
    const { retrySeconds } = signInFailure(error ?? undefined) ?? {};
    return { reached: true, ok: answer?.ok === true && error === null, error, retrySeconds };
  }

  return (
    <form method="post" onSubmit={submit}>
      {(state === "unreachable" || state === "unavailable") && <FailureNotice {...failureOf(state)} />}
      {/* Always there: a live region that comes with its text is not read out by every screen reader. */}
      <p role="status" className={styles.waiting}>
        {waitSeconds !== undefined && inOneLine(busyFailure(waitSeconds))}
      </p>
      <fieldset className={styles.form} disabled={!ready} aria-label="Your account">
        <label>
          Email
          <input
            name="email"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <label>
          Password
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <button type="submit" disabled={state === "busy"} aria-busy={state === "busy"}>
          {state === "busy" ? "Signing in…" : "Sign in"}
        </button>
        <fieldset className={styles.users}>
          <legend>Fill in as</legend>
          {demoUsers.map((user) => (
            <button
              key={user.email}
              type="button"
              onClick={() => {
                setEmail(user.email);
                setPassword(user.password);
              }}
            >
              {user.name} <span>{user.role}</span>
            </button>
          ))}
        </fieldset>
      </fieldset>
    </form>
  );
}
