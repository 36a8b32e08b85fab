"use client";

import { useState } from "react";
import { Button } from "@/lib/ui/lab/button";

/** Copies a text, and says whether it could. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [answer, setAnswer] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setAnswer("Copied"),
      () => setAnswer("No access to the clipboard"),
    );
  return (
    <Button look="quiet" onClick={copy} aria-live="polite">
      {answer ?? label}
    </Button>
  );
}
