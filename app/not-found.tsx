import { catalog } from "@/content/catalog";
import { LessonList } from "@/lib/ui/lesson/lesson-list";
import { Page } from "@/lib/ui/shell/page";
import styles from "./not-found.module.css";

export default function NotFound() {
  return (
    <Page>
      <p>404</p>
      <h1>There is no page at this address</h1>
      <p data-nearest="" className={styles.nearest} />
      <p>
        It may have moved, or the address has a typing error. Everything there is starts from the{" "}
        <a href="/">home page</a> or from one of the lessons:
      </p>
      <LessonList lessons={catalog.map(({ meta }) => ({ meta }))} />
    </Page>
  );
}
