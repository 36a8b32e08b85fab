import prose from "@/lib/ui/lesson/prose.module.css";
import { Page } from "@/lib/ui/shell/page";
import Prose from "./instructors.mdx";
import styles from "./instructors-page.module.css";

/** What a teacher reads before the first class. */
export function InstructorsPage() {
  return (
    <Page>
      <article className={styles.article}>
        <header>
          <h1>For instructors</h1>
          <p className={styles.summary}>
            One command says, for each lesson and each student, what passes and why not. Five minutes to read.
          </p>
        </header>
        <div className={prose.prose}>
          <Prose />
        </div>
      </article>
    </Page>
  );
}
