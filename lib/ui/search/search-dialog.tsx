"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/lib/ui/lab/button";
import { Results } from "./results";
import styles from "./search-dialog.module.css";
import { useFinder } from "./use-finder";

export type SearchDialogProps = { onClose: () => void };

/**
 * The search: a combobox with a list box, in a native dialog.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SearchDialog({ onClose }: SearchDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [question, setQuestion] = useState("");
  const [active, setActive] = useState(0);
  const { finder, retry } = useFinder();
  const list = useId();
  useEffect(() => dialog.current?.showModal(), []);

  const asked = question.trim();
  const ready = typeof finder === "function";
  const found = ready && asked !== "" ? finder(asked) : [];
  const optionId = (at: number) => `${list}-${at}`;

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      document.getElementById(optionId(active))?.click();
    }
  }

  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Search" closedby="any" onClose={onClose}>
      <div className={styles.bar}>
        <input
          type="text"
          role="combobox"
          aria-label="Search lessons, sections, claims and terms"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
          placeholder="Lessons, sections, claims, terms"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={80}
          value={question}
          onChange={(event) => {
            setQuestion(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className={styles.input}
        />
        <Button look="quiet" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      <Results
        id={list}
        found={found}
        active={active}
        optionId={optionId}
        onFollow={() => dialog.current?.close()}
      />
      <p role="status" className={styles.status}>
        {status(finder, asked, found.length)}
      </p>
      {finder === "failed" && <Button onClick={retry}>Try again</Button>}
    </dialog>
  );
}

function status(finder: unknown, asked: string, found: number): string {
  if (finder === "failed") return "The index did not arrive. Are you online?";
  if (finder === null) return asked === "" ? "" : "Fetching the index…";
  if (asked === "") return "Arrow keys choose, Enter opens, Esc closes. Nothing you type leaves this page.";
  if (found === 0) return `Nothing here has “${asked}” in it. Try a shorter word.`;
  return found === 1 ? "1 result" : `${found} results`;
}
