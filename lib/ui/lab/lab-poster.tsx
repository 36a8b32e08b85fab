import styles from "./lab-poster.module.css";
import { PosterButton } from "./poster-button";
import { TokenMark } from "./token-mark";

/** Describes the lab before it is started. Static, of the panel's size, and complete without JavaScript. */
export function LabPoster() {
  return (
    <div className={styles.poster}>
      <h2 className={styles.title}>Your lab</h2>
      <div className={styles.bars} aria-hidden="true">
        {(["session", "access", "refresh"] as const).map((kind) => (
          <span key={kind} className={styles.bar}>
            <TokenMark kind={kind} generation={null} over />
            <span className={styles.track} />
            <span className={styles.none}>none</span>
          </span>
        ))}
      </div>
      <div className={`${styles.start} needs-script`}>
        <PosterButton
          data-start-lab=""
          words={{ rest: "Start the lab", busy: "Starting…" }}
          failed="The lab’s code did not arrive. Are you online?"
        />
      </div>
      <p className={styles.words}>
        A private copy of the whole thing: an app with NextAuth, a backend with users and notes, and a clock
        that you move. Sign in, and watch real tokens being issued, expire and be refreshed. Nobody else sees
        it, and it ends after two idle hours.
      </p>
      <p className={styles.without}>The lab needs JavaScript. The lesson reads whole without it.</p>
      <div className={styles.lanes} aria-hidden="true">
        <span>Browser</span>
        <span>Next server</span>
        <span>Backend</span>
      </div>
    </div>
  );
}
