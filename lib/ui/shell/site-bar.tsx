import { headers } from "next/headers";
import { Brand } from "./brand";
import styles from "./site-bar.module.css";

/**
 * A link from the app under study back to the site, because the app has a design and navigation of its own. It is
 * left out when a lesson shows the app in a frame: the site surrounds the frame there and refuses to be framed.
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
