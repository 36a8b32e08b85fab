import { callbackPath } from "@/lib/next-auth/callback-url";
import { signInFailure } from "@/lib/sign-in/sign-in-failure";
import { FailureNotice } from "./failure-notice";
import styles from "./notes-app.module.css";
import { SignInForm } from "./sign-in-form";

type Query = { error?: string | string[]; callbackUrl?: string | string[] };

type Props = {
  searchParams: Promise<Query>;
  /** Why the visitor's session has ended, in a sentence, where there is more to say than that. */
  sessionEndedBecause?: string | undefined;
};

export async function SignInPage({ searchParams, sessionEndedBecause }: Props) {
  const query = await searchParams;
  const error = signInFailure(first(query.error));
  const reason = error?.code === "session-ended" ? sessionEndedBecause : undefined;
  return (
    <main className={styles.main} id="content" aria-label="Notes app">
      <h1>Sign in</h1>
      {error !== null && (
        <FailureNotice {...error} advice={[reason, error.advice].filter(Boolean).join(" ")} />
      )}
      <SignInForm callbackPath={callbackPath(first(query.callbackUrl))} />
      <noscript>
        <p>Signing in needs JavaScript: NextAuth’s sign-in fetches its CSRF token first.</p>
      </noscript>
    </main>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
