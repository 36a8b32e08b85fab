import { headers } from "next/headers";
import { Brand } from "./brand";
import styles from "./site-bar.module.css";

/**
 * The way back to the site from the app under study, which has a look and a navigation of its own. Not where a lesson
 * shows that app in a frame: there the site is around it, and refuses to be inside it.
 */
export async function SiteBar() {
  const framed = (await headers()).get("sec-fetch-dest") === "iframe";
  if (framed) return null;
  return (
    <nav aria-label="Site" className={styles.bar}>
      <Brand />
      <a href="/#lessons">Lessons</a>
    </nav>
  );
}
