import { useLab } from "@/lib/lab/client/use-lab";
import { Token } from "@/lib/ui/token";
import styles from "./miniature.module.css";
import type { Scene } from "./scene";
import type { Refreshing } from "./use-silent-refresh";

/** What one sees, in words; said aloud as it changes. */
export function Sentence({ scene, refreshing }: { scene: Scene; refreshing: Refreshing }) {
  const problem = useLab((lab) => lab.problem);
  // A new sentence is new words: parts of the old one, kept and moved, would count as a shift of the layout.
  const key = `${scene.phase} ${scene.access} ${refreshing.resting}`;
  return (
    <p className={styles.sentence} role="status">
      <span key={key}>
        {problem === null ? (
          <Words scene={scene} refreshing={refreshing} />
        ) : (
          `${problem.message} It tries again by itself.`
        )}
      </span>
    </p>
  );
}

function Words({ scene, refreshing }: { scene: Scene; refreshing: Refreshing }) {
  const { access, refresh, lifeSeconds, phase } = scene;
  const token = <Token kind="access" n={access} />;
  if (phase === "signed-out") return "Making a lab of your own: users, a backend, a clock…";
  if (refreshing.stuck) {
    return (
      <>
        The app asked for its session, and nobody refreshed {token}. Your lab runs another refresh variant
        than usual, or its backend is set to fail.
      </>
    );
  }
  if (phase === "dead") {
    return (
      <>
        {token} is dead: the backend would refuse it. Next the app asks for its session, as NextAuth’s client
        does whenever a window comes back.
      </>
    );
  }
  if (refreshing.seen === 0) {
    return (
      <>
        {token} is issued, for{" "}
        {lifeSeconds < 120 ? `${lifeSeconds} seconds` : `${Math.round(lifeSeconds / 60)} minutes`}. Wait for
        its end, or move the lab’s clock there.
      </>
    );
  }
  return (
    <>
      <strong>Silent refresh.</strong> <Token kind="refresh" n={refresh - 1} /> bought {token} and{" "}
      <Token kind="refresh" n={refresh} />, the cookie carries them, and Ada noticed nothing.
      {refreshing.resting && " That is how it should go. The lessons show how it breaks."}
    </>
  );
}
