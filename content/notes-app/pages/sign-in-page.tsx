import { unreadLabEnd } from "@/lib/lab/server/lab-notice";
import { callbackPath } from "@/lib/next-auth/callback-path";
import { signInFailure } from "@/lib/sign-in/sign-in-failure";
import { FailureNotice } from "./failure-notice";
import styles from "./notes-app.module.css";
import { SignInForm } from "./sign-in-form";

/** No lesson's ending, and nothing that the learner did wrong. */
const endedWithLab = "It was a session of your old lab, and ended with that.";

type Query = { error?: string | string[]; callbackUrl?: string | string[] };

export async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const error = signInFailure(first(query.error));
  const isLabsEnd = error?.code === "session-ended" && (await unreadLabEnd()) !== null;
  return (
    <main className={styles.main} id="content" aria-label="Notes app">
      <h1>Sign in</h1>
      {error !== null && (
        <FailureNotice {...error} advice={isLabsEnd ? `${endedWithLab} ${error.advice}` : error.advice} />
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
