"use client";

import { useEffect, useState } from "react";
import { Button } from "./button";

/** Copies a text, or the result of a function at the press, and reports whether that succeeded. */
export function CopyText({ text, label }: { text: string | (() => string); label: string }) {
  const [answer, setAnswer] = useState<string | null>(null);

  useEffect(() => {
    if (answer === null) return;
    const timer = setTimeout(() => setAnswer(null), 2000);
    return () => clearTimeout(timer);
  }, [answer]);

  const copy = () =>
    navigator.clipboard.writeText(typeof text === "string" ? text : text()).then(
      () => setAnswer("Copied"),
      () => setAnswer("No access to the clipboard"),
    );
  return (
    <Button look="quiet" onClick={copy} aria-live="polite">
      {answer ?? label}
    </Button>
  );
}
