import prose from "@/lib/ui/lesson/prose.module.css";
import { Page } from "@/lib/ui/shell/page";
import YourApp from "./your-app.mdx";
import styles from "./your-app-page.module.css";

/** For an engineer with a logout bug: from their own app to a verdict on it. */
export function YourAppPage() {
  return (
    <Page>
      <article className={styles.article}>
        <h1>Your own app</h1>
        <div className={prose.prose}>
          <YourApp />
        </div>
      </article>
    </Page>
  );
}
