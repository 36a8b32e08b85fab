import { useLab } from "@/lib/lab/client/use-lab";
import { durationInWords } from "@/lib/lab/client/words";
import { Token } from "@/lib/ui/token";
import styles from "./miniature.module.css";
import type { Scene } from "./scene";
import type { Refreshing } from "./use-silent-refresh";

/** The step before the first token: the lab is being made, or Ada is being signed in. */
export type Step = "making" | "signing-in" | null;

type SentenceProps = {
  scene: Omit<Scene, "drawn">;
  refreshing: Omit<Refreshing, "again">;
  step: Step;
};

/** Describes the drawing in a live region. */
export function Sentence(props: SentenceProps) {
  const problem = useLab((lab) => lab.problem);
  // The page retries by itself only after a lost connection.
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
 * A React key that differs whenever the sentence does. A new sentence replaces the whole element, because reused and
 * moved parts of the old one would count as a layout shift. No sentence names the seconds that are left, so they are
 * not in the key.
 */
export function sentenceKey({ scene, refreshing, step }: SentenceProps): string {
  const { phase, access, refresh, lifeSeconds, rotated, inCookie, user } = scene;
  const { seen, asking, stuck, resting } = refreshing;
  const said = [phase, access, refresh, lifeSeconds, rotated, inCookie, user, seen, asking, stuck, resting];
  return JSON.stringify([...said, step]);
}

/** The sentence for a moment. It stays true while it stands: it announces only what happens by itself. */
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
