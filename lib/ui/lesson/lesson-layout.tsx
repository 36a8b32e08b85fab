import type { ReactNode } from "react";
import { TermCards } from "@/lib/ui/glossary/term-link";
import { KeysDialog } from "@/lib/ui/keys/keys-dialog";
import { SiteFooter } from "@/lib/ui/shell/site-footer";
import { SkipLink } from "@/lib/ui/shell/skip-link";
import styles from "./lesson-layout.module.css";
import { LessonNav, type NavLesson } from "./lesson-nav";
import { LessonRail } from "./lesson-rail";
import { Pager } from "./pager";
import prose from "./prose.module.css";
import type { ReadLesson } from "./read-lesson";

/** The line under the title: "Lesson 2 · 11 min · 7 missions". */
function facts({ meta, minutes }: ReadLesson): string {
  const missions = meta.missions.length;
  return [
    meta.order === 0 ? "Start here" : `Lesson ${meta.order}`,
    `${minutes} min`,
    missions > 0 && `${missions} mission${missions === 1 ? "" : "s"}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The layout of a lesson: rail, prose, lab. Complete without scripts. The lab brings its own frame. */
export function LessonLayout({
  lesson,
  lessons,
  lab,
}: {
  lesson: ReadLesson;
  lessons: readonly NavLesson[];
  lab: ReactNode;
}) {
  const { slug, title, summary } = lesson.meta;
  const at = lessons.findIndex((each) => each.slug === slug);
  return (
    <div className={`${styles.layout} ${lab ? styles.docked : ""}`}>
      <SkipLink />
      <LessonRail>
        <LessonNav lessons={lessons} current={slug} headings={lesson.headings} />
      </LessonRail>
      <main id="content" className={styles.main}>
        <article className={styles.article} data-lesson={slug}>
          <header>
            <p className={styles.facts}>{facts(lesson)}</p>
            <h1>{title}</h1>
            <p className={styles.summary}>{summary}</p>
          </header>
          <div className={prose.prose}>{lesson.tree}</div>
          <TermCards terms={lesson.terms} />
          <Pager previous={lessons[at - 1]} next={lessons[at + 1]} />
        </article>
        <SiteFooter />
      </main>
      {lab && <div className={styles.lab}>{lab}</div>}
      <KeysDialog area="lesson" />
    </div>
  );
}
