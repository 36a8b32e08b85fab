"use client";

import { useEffect, useState } from "react";
import { asCurl } from "@/lib/lab/client/curl";
import type { Call } from "@/lib/lab/client/request";
import { useLab } from "@/lib/lab/client/use-lab";
import { Button } from "./button";

/** Copies a call as a curl line for this lab. */
export function CopyCurl({ call }: { call: Call }) {
  const labId = useLab((lab) => lab.labId);
  const [answer, setAnswer] = useState<"copied" | "refused" | null>(null);

  useEffect(() => {
    if (answer === null) return;
    const timer = setTimeout(() => setAnswer(null), 2000);
    return () => clearTimeout(timer);
  }, [answer]);

  if (labId === null) return null;
  const copy = () =>
    navigator.clipboard.writeText(asCurl(call, location.origin, labId)).then(
      () => setAnswer("copied"),
      () => setAnswer("refused"),
    );
  const label = { copied: "Copied", refused: "No access to the clipboard" };
  return (
    <Button look="quiet" onClick={copy} aria-live="polite">
      {answer === null ? "Copy as curl" : label[answer]}
    </Button>
  );
}
