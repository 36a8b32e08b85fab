import { signInMessage } from "../../lib/sign-in-error";
import { SignInForm } from "./sign-in-form";

export default async function SignInPage({ searchParams }: PageProps<"/signin">) {
  const message = signInMessage((await searchParams).error);
  return (
    <>
      <h1>Sign in</h1>
      {message && <p role="alert">{message}</p>}
      <SignInForm />
    </>
  );
}
