import { KeysButton } from "@/lib/ui/keys/keys-dialog";
import { SearchButton } from "@/lib/ui/search/search-button";
import { Brand } from "./brand";
import styles from "./site-header.module.css";
import { ThemeSwitch } from "./theme-switch";

/**
 * The header of every page that is not a lesson. @param wide as wide as the playground and not as a column of prose
 */
export function SiteHeader({ wide = false }: { wide?: boolean }) {
  return (
    <header className={wide ? `${styles.header} ${styles.wide}` : styles.header}>
      <Brand />
      <nav aria-label="Site" className={styles.nav}>
        <a href="/#lessons">Lessons</a>
        <a href="/playground">Playground</a>
        <a href="/inspector">Inspector</a>
        <a href="/notes">Notes app</a>
        <KeysButton />
      </nav>
      <SearchButton />
      <ThemeSwitch />
    </header>
  );
}
