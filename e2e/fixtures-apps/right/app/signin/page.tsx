import { SignInForm } from "./sign-in-form";

export default async function SignInPage({ searchParams }: PageProps<"/signin">) {
  const { error } = await searchParams;
  return (
    <>
      <h1>Sign in</h1>
      {error === "CredentialsSignin" && <p role="alert">Email or password is wrong.</p>}
      {error === "Unavailable" && <p role="alert">The backend does not answer: try again in a minute.</p>}
      <SignInForm />
    </>
  );
}
