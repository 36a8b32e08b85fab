"use client";

import { signIn } from "next-auth/react";

export function SignInForm() {
  async function submit(form: FormData) {
    const { email, password } = Object.fromEntries(form);
    await signIn("credentials", { email, password, callbackUrl: "/notes" });
  }
  return (
    <form action={submit}>
      <label>
        Email <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit">Sign in</button>
    </form>
  );
}
