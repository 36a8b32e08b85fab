import type { Metadata } from "next";
import { glossary } from "@/content/glossary";
import { Inline } from "@/lib/ui/lesson/inline";
import { Page } from "@/lib/ui/shell/page";
import styles from "./glossary.module.css";

export const metadata: Metadata = {
  title: "Glossary",
  description:
    "The field’s terms as the lessons use them, each in a sentence or two, with the lesson that is about it.",
};

export default function GlossaryPage() {
  return (
    <Page>
      <h1>Glossary</h1>
      <p>
        The field’s terms, as the lessons use them. Where one first occurs in a lesson it is underlined with
        dots, and says what it means when you point at it.
      </p>
      <dl className={styles.terms}>
        {glossary.map(({ id, term, text, lesson }) => (
          <div key={id} id={id}>
            <dt>{term}</dt>
            <dd>
              <Inline text={text} />
            </dd>
            <dd>
              In <a href={lesson.href}>{lesson.title}</a>
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
