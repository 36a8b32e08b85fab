import { TextPage } from "@/lib/ui/shell/text-page";
import Prose from "./instructors.mdx";
import styles from "./instructors-page.module.css";

/** What a teacher reads before the first class. */
export function InstructorsPage() {
  return (
    <TextPage title="For instructors">
      <p className={styles.summary}>
        One command says, for each lesson and each student, what passes and why not. Five minutes to read.
      </p>
      <Prose />
    </TextPage>
  );
}
