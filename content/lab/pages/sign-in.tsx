import { SignInPage } from "@/content/notes-app/pages/sign-in-page";
import { unreadLabEnd } from "@/lib/lab/server/lab-notice";

/** No lesson's ending, and nothing that the learner did wrong. */
const endedWithLab = "It was a session of your old lab, and ended with that.";

type Query = Parameters<typeof SignInPage>[0]["searchParams"];

export async function SignInInLab({ searchParams }: { searchParams: Query }) {
  const sessionEndedBecause = (await unreadLabEnd()) === null ? undefined : endedWithLab;
  return <SignInPage searchParams={searchParams} sessionEndedBecause={sessionEndedBecause} />;
}
