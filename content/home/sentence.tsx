import { useLab } from "@/lib/lab/client/use-lab";
import { durationInWords } from "@/lib/lab/client/words";
import { Token } from "@/lib/ui/token";
import styles from "./miniature.module.css";
import type { Scene } from "./scene";
import type { Refreshing } from "./use-silent-refresh";

/** What has to be done before there is a token: a lab is made, Ada is signed in. */
export type Step = "making" | "signing-in" | null;

type SentenceProps = {
  scene: Omit<Scene, "drawn">;
  refreshing: Omit<Refreshing, "again">;
  step: Step;
};

/** What one sees, in words; said aloud as it changes. */
export function Sentence(props: SentenceProps) {
  const problem = useLab((lab) => lab.problem);
  // Only a lost connection is taken up again without a press.
  const isLost = useLab((lab) => lab.status === "reconnecting" || lab.status === "down");
  return (
    <p className={styles.sentence} role="status">
      <span key={sentenceKey(props)}>
        {problem === null ? (
          <Words {...props} />
        ) : (
          `${problem.message}${isLost ? " It tries again by itself." : ""}`
        )}
      </span>
    </p>
  );
}

/**
 * Differs wherever the words do. A new sentence is new words: parts of the old one, kept and moved, would count as a
 * shift of the layout. The seconds that are left are in no sentence.
 */
export function sentenceKey({ scene, refreshing, step }: SentenceProps): string {
  const { phase, access, refresh, lifeSeconds, rotated, inCookie, user } = scene;
  const { seen, asking, stuck, resting } = refreshing;
  const said = [phase, access, refresh, lifeSeconds, rotated, inCookie, user, seen, asking, stuck, resting];
  return JSON.stringify([...said, step]);
}

/** True at the moment at which it stands there, however long it stands: it promises nothing that nobody does. */
export function Words({ scene, refreshing, step }: SentenceProps) {
  const { access, refresh, phase, user } = scene;
  const token = <Token kind="access" n={access} />;
  if (phase === "signed-out" || phase === "over") return <Before phase={phase} step={step} />;
  if (refreshing.stuck === "no-answer") {
    return <>{token} is dead. The app asked for its session, and no answer came.</>;
  }
  if (refreshing.stuck === "not-refreshed") {
    return (
      <>
        The app asked for its session, and nobody refreshed {token}. Your lab runs another refresh variant
        than usual, or its backend is set to fail.
      </>
    );
  }
  if (phase === "dead" && refreshing.resting) {
    return (
      <>
        {token} has expired meanwhile, and this page asks no more: it has seen enough silent refreshes.{" "}
        {closing}
      </>
    );
  }
  if (phase === "dead") {
    return refreshing.asking ? (
      <>{token} is dead. The app has asked for its session, and waits for the answer.</>
    ) : (
      <>
        {token} is dead: the backend would refuse it. Next the app asks for its session, as NextAuth’s client
        does whenever a window comes back.
      </>
    );
  }
  if (refreshing.seen === 0) {
    return (
      <>
        {token} is issued, for {lifeInWords(scene.lifeSeconds)}. Wait for its end, or move the lab’s clock
        there.
      </>
    );
  }
  const next = <Token kind="refresh" n={refresh} />;
  return (
    <>
      <strong>Silent refresh.</strong>{" "}
      {scene.rotated ? (
        <>
          <Token kind="refresh" n={refresh - 1} /> bought {token} and {next}
        </>
      ) : (
        <>
          {next} bought {token}
        </>
      )}
      {scene.inCookie && (scene.rotated ? ", the cookie carries them" : ", the cookie carries both")}, and{" "}
      {user} noticed nothing.
      {refreshing.resting && ` ${closing}`}
    </>
  );
}

const closing = "That is how it should go. The lessons show how it breaks.";

function Before({ phase, step }: { phase: Scene["phase"]; step: Step }) {
  if (step === "making") return "Making a lab of your own: users, a backend, a clock…";
  if (step === "signing-in") return "Signing Ada in, for real…";
  return phase === "over"
    ? "This sign-in is over: the backend takes its tokens no more. Sign in once more."
    : "Nobody is signed in. Sign in as Ada, and watch her first access token.";
}

function lifeInWords(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : durationInWords(seconds);
}
