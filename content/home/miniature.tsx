import type { Actor, TokenKind } from "@/lib/lab/schemas";
import { PosterButton } from "@/lib/ui/lab/poster-button";
import { TokenMark } from "@/lib/ui/lab/token-mark";
import { Token } from "@/lib/ui/token";
import { Lifetimes } from "./lifetimes";
import styles from "./miniature.module.css";
import { MiniatureIsland } from "./miniature-island";
import { WireLines } from "./wire-lines";

/** The demonstration on the home page: a drawing, and a button that plays the same on the visitor's own lab. */
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
        One hour, drawn. For real it takes ten seconds, in a lab of your own: <Token kind="access" n={1} />{" "}
        lives for eight, dies, and is replaced while you watch. Real sign-in, real tokens, nothing to type.
      </p>
      <div className={`${styles.buttons} needs-script`}>
        <PosterButton
          data-start-miniature=""
          words={{ rest: "Sign in as Ada", busy: "Signing in…" }}
          failed="Its code did not arrive. Are you online? Press again."
        />
      </div>
      <WireLines
        label="What goes over the wire at a refresh"
        lines={refresh.map(({ kinds, ...line }, key) => ({ ...line, key, marks: kinds.map(mark) }))}
      />
    </div>
  );
}

const mark = (kind: TokenKind) => <TokenMark key={kind} kind={kind} generation={null} over />;

const refresh = [
  { from: "browser", to: "next", text: "GET /api/auth/session", kinds: ["session"] },
  { from: "next", to: "backend", text: "POST /v1/auth/refresh", kinds: ["refresh"] },
  { from: "backend", to: "next", text: "200", kinds: ["access", "refresh"] },
  { from: "next", to: "browser", text: "Set-Cookie", kinds: ["session"] },
] satisfies { from: Actor; to: Actor; text: string; kinds: TokenKind[] }[];
