import { KeysDialog } from "@/lib/ui/keys/keys-dialog";
import { PosterButton } from "@/lib/ui/lab/poster-button";
import { SiteFooter } from "@/lib/ui/shell/site-footer";
import { SiteHeader } from "@/lib/ui/shell/site-header";
import { SkipLink } from "@/lib/ui/shell/skip-link";
import { PlaygroundIsland } from "./playground-island";
import styles from "./playground-page.module.css";
import { switchable } from "./switchable";

/** The page `/playground`: all parts of the lab without a lesson. Static until the visitor starts it. */
export function PlaygroundPage() {
  return (
    <>
      <SkipLink />
      <SiteHeader wide />
      <main id="content" className={styles.main}>
        <h1 className={styles.title}>Playground</h1>
        <PlaygroundIsland lessons={switchable} poster={<Poster />} />
      </main>
      <SiteFooter className={styles.footer} />
      <KeysDialog area="playground" />
    </>
  );
}

function Poster() {
  return (
    <div className={styles.poster}>
      <p className={styles.lead}>
        The notes app under study beside your lab: every variant of every lesson, every setting of the
        backend, the clock, the faults, the attacker, and a timeline of all that is sent between them.
      </p>
      <ul className={styles.inside}>
        <li>
          <strong>Presets</strong> set a stage and play on it for real: two tabs at expiry, a thief, a
          weekend, a backend that is down at the wrong moment, an admin who no longer is one.
        </li>
        <li>
          <strong>A link</strong> carries your variants and settings to somebody else, who sees what it would
          change and presses a button to have it.
        </li>
        <li>
          <strong>A recording</strong> of a timeline can be saved, loaded again and replayed step by step.
        </li>
        <li>
          <strong>Copy as curl</strong> is on every request of the timeline.
        </li>
      </ul>
      <p className={`${styles.start} needs-script`}>
        <PosterButton
          data-start-playground=""
          words={{ rest: "Start the playground", busy: "Starting…" }}
          failed="Its code did not arrive. Are you online? Press again."
        />
      </p>
      <div className={styles.without}>
        <p>The playground needs JavaScript. The lessons read whole without it:</p>
        <ul>
          {switchable.map(({ slug, title }) => (
            <li key={slug}>
              <a href={`/lessons/${slug}`}>{title}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
