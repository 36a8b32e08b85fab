import { Button } from "@/lib/ui/lab/button";
import { Token } from "@/lib/ui/token";
import { Lifetimes } from "./lifetimes";
import styles from "./miniature.module.css";
import { MiniatureIsland } from "./miniature-island";

/** The whole subject in ten seconds: a drawing, and at the press of a button the same thing for real. */
export function Miniature() {
  return (
    <section aria-labelledby="miniature" className={styles.miniature}>
      <h2 id="miniature" className="visually-hidden">
        A silent refresh, live
      </h2>
      <MiniatureIsland poster={<Poster />} />
    </section>
  );
}

function Poster() {
  return (
    <div className={styles.live}>
      <Lifetimes />
      <p className={styles.sentence}>
        One hour, drawn. For real it takes ten seconds: <Token kind="access" n={1} /> lives for eight, dies,
        and is replaced while you watch.
      </p>
      <div className={`${styles.buttons} needs-script`}>
        <Button look="primary" data-start-miniature="">
          <span className={styles.rest}>Sign in as Ada</span>
          <span className={styles.busy}>Signing in…</span>
        </Button>
        <span role="status">
          <span className={styles.failed}>Its code did not arrive. Are you online? Press again.</span>
        </span>
      </div>
      <p className={styles.what}>
        Real sign-in, real tokens, a NextAuth app and a JWT backend of your own on this server. Nothing to
        type, nobody else sees it, and it is gone after two idle hours.
      </p>
    </div>
  );
}
