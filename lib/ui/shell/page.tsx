import type { ReactNode } from "react";
import { KeysDialog } from "@/lib/ui/keys/keys-dialog";
import styles from "./page.module.css";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import { SkipLink } from "./skip-link";

/** The layout of a page that is not a lesson: the site's header over one column. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <SiteHeader />
      <main id="content" className={styles.page}>
        {children}
      </main>
      <SiteFooter className={styles.footer} />
      <KeysDialog />
    </>
  );
}
