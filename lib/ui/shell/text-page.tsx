import type { ReactNode } from "react";
import prose from "@/lib/ui/lesson/prose.module.css";
import { Page } from "./page";
import styles from "./text-page.module.css";

/** A page of prose in the typography of a lesson. */
export function TextPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page>
      <h1>{title}</h1>
      <div className={`${prose.prose} ${styles.text}`}>{children}</div>
    </Page>
  );
}
