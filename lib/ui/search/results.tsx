"use client";

import { useEffect } from "react";
import { excerpt, marked } from "@/lib/search/excerpt";
import type { Found } from "@/lib/search/search-index";
import styles from "./search-dialog.module.css";

type Props = {
  id: string;
  found: readonly Found[];
  active: number;
  optionId: (at: number) => string;
  onFollow: () => void;
};

const kinds = { lesson: "Lesson", section: "Section", claim: "Claim", term: "Term" } as const;

/** The search results, best first. Each is a link, so that the reader can open it in another tab. */
export function Results({ id, found, active, optionId, onFollow }: Props) {
  const chosen = optionId(active);
  useEffect(() => {
    if (found.length > 0) document.getElementById(chosen)?.scrollIntoView({ block: "nearest" });
  }, [chosen, found.length]);
  return (
    <div id={id} role="listbox" aria-label="Results" className={styles.list} hidden={found.length === 0}>
      {found.map((each, at) => (
        <a
          key={each.id}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          href={each.href}
          onClick={onFollow}
          className={styles.option}
        >
          <span className={styles.title}>
            <Marked text={each.title} matched={each.matched} />
          </span>
          <span className={styles.where}>
            {kinds[each.kind]}
            {each.kind === "lesson" || ` · ${each.where}`}
          </span>
          <span className={styles.excerpt}>
            <Marked
              text={excerpt(each.kind === "lesson" ? each.where : each.text, each.matched)}
              matched={each.matched}
            />
          </span>
        </a>
      ))}
    </div>
  );
}

function Marked({ text, matched }: { text: string; matched: readonly string[] }) {
  return marked(text, matched).map((part, at) =>
    part.matched ? <mark key={at.toString()}>{part.text}</mark> : part.text,
  );
}
