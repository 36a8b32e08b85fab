"use client";

import { type ChangeEvent, useEffect, useRef } from "react";
import styles from "./theme-switch.module.css";

const storageKey = "silent-refresh.theme";
const choices = ["auto", "light", "dark"] as const;
type Choice = (typeof choices)[number];

/** The stored choice; `auto` follows the system. */
function storedChoice(): Choice {
  const stored = localStorage.getItem(storageKey);
  return stored === "light" || stored === "dark" ? stored : "auto";
}

/** Applies a choice to the page and to the browser's own interface. */
function apply(choice: Choice) {
  const root = document.documentElement;
  if (choice === "auto") delete root.dataset.theme;
  else root.dataset.theme = choice;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset.own ??= meta.content;
    meta.content = choice === "auto" ? meta.dataset.own : getComputedStyle(root).backgroundColor;
  }
}

function choose(event: ChangeEvent<HTMLInputElement>) {
  const choice = choices.find((each) => each === event.currentTarget.value) ?? "auto";
  try {
    if (choice === "auto") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Storage is refused (private mode, policy), so the choice lasts for this page only.
  }
  apply(choice);
}

/** The choice of theme: three radio buttons in a row. */
export function ThemeSwitch() {
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    try {
      const choice = storedChoice();
      // Sets each button by itself. React tracks the values that it sees set; when the browser unchecks a button
      // unseen, React ignores a later click on it as no change.
      for (const input of group.current?.querySelectorAll("input") ?? [])
        input.checked = input.value === choice;
      if (choice !== "auto") apply(choice);
    } catch {
      // Storage is refused, so the system's theme applies.
    }
  }, []);
  return (
    <fieldset className={`${styles.switch} needs-script`} ref={group}>
      <legend className="visually-hidden">Theme</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="theme"
            value={choice}
            defaultChecked={choice === "auto"}
            onChange={choose}
            autoComplete="off"
          />
          {choice}
        </label>
      ))}
    </fieldset>
  );
}
