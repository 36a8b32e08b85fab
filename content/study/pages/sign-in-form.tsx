"use client";

import { getCsrfToken, signIn } from "next-auth/react";
import { type FormEvent, useState, useSyncExternalStore } from "react";
import { demoUsers } from "@/lib/lab/demo-users";
import { failureOf, refusalIn } from "@/lib/lab/sign-in-failure";
import { FailureNotice } from "./failure-notice";
import styles from "./study.module.css";

/** Credentials go to NextAuth's own endpoint; its answer's address says whether it worked. */
export function SignInForm({ callbackPath }: { callbackPath: string }) {
  // Until the script is here, a press would send the form by itself: so there is nothing to press yet.
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const [state, setState] = useState<"ready" | "busy" | "unreachable">("ready");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    setState("busy");
    // Asked for first: without a token signIn() posts all the same, and NextAuth's answer looks like a success.
    const reached = (await getCsrfToken()) !== undefined;
    const credentials = { email, password, callbackUrl: callbackPath, redirect: false } as const;
    const answer = reached ? await signIn("credentials", credentials).catch(() => null) : null;
    if (answer === null) return setState("unreachable");
    // `ok` is the HTTP status, and a wrong CSRF token is answered with 200 and another address.
    const error = answer?.error ?? refusalIn(answer?.url ?? "/signin?error");
    const query = new URLSearchParams({ callbackUrl: callbackPath, error: error ?? "" });
    // A full navigation, so that every Server Component reads the new cookie.
    window.location.assign(answer?.ok && error === null ? callbackPath : `/signin?${query}`);
  }

  return (
    <form method="post" onSubmit={submit}>
      {state === "unreachable" && <FailureNotice {...failureOf("unreachable")} />}
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
