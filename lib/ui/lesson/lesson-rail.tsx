import type { ReactNode } from "react";
import { KeysButton } from "@/lib/ui/keys/keys-dialog";
import { SearchButton } from "@/lib/ui/search/search-button";
import { Brand } from "@/lib/ui/shell/brand";
import { ThemeSwitch } from "@/lib/ui/shell/theme-switch";
import styles from "./lesson-rail.module.css";

/** A column beside the lesson; on a narrow screen a bar with a native popover, which opens without scripts. */
export function LessonRail({ children }: { children: ReactNode }) {
  return (
    <header className={styles.rail}>
      <Brand />
      <SearchButton className={styles.search} />
      <button type="button" popoverTarget="lesson-menu" className={styles.button}>
        Contents
      </button>
      <div id="lesson-menu" popover="auto" className={styles.menu}>
        {children}
        <div className={styles.foot}>
          <a href="/notes">The app under study</a>
          <KeysButton />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
