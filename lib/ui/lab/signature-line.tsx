"use client";

import { useEffect, useState } from "react";
import type { Signature } from "@/lib/lab/client/signature";
import { useLab } from "@/lib/lab/client/use-lab";
import { classes } from "@/lib/ui/classes";
import styles from "./signature-line.module.css";

type State = Signature["state"] | "checking" | "no-keys";

const verdicts: Record<State, { word: string; meaning: string }> = {
  checking: { word: "checking…", meaning: "" },
  valid: {
    word: "valid",
    meaning: "The backend’s key signed exactly this. It does not say that the backend still honours it.",
  },
  invalid: { word: "invalid", meaning: "No key of the backend signed this: somebody changed it." },
  "unknown-key": {
    word: "unknown key",
    meaning: "The backend no longer publishes the key that it names, so nobody can check it.",
  },
  malformed: { word: "not checkable", meaning: "It is no ES256 signature." },
  unsupported: {
    word: "not checked",
    meaning: "This browser checks signatures only over https or on localhost.",
  },
  "no-keys": { word: "not checked", meaning: "The backend’s public keys did not arrive." },
};

/** Verifies a token's signature in this browser with the backend's published keys, and shows the result. */
export function SignatureLine({ token }: { token: string }) {
  // A rotated key may no longer be published, so the keys are fetched again when the lab's keys change.
  const keys = useLab((lab) => lab.state?.keys.map(({ kid, status }) => `${kid} ${status}`).join() ?? "");
  const [state, setState] = useState<State>("checking");

  useEffect(() => {
    let current = true;
    const look = async (): Promise<State> => {
      if (keys === "") return "no-keys";
      const { verifySignature } = await import("@/lib/lab/client/signature");
      return (await verifySignature(token, (path, init) => fetch(path, init))).state;
    };
    look()
      .catch(() => "no-keys" as const)
      .then((found) => current && setState(found));
    return () => {
      current = false;
    };
  }, [token, keys]);

  const signing = keys.split(",").some((key) => key.endsWith(" verifying")) && state === "valid";
  const { word, meaning } = verdicts[state];
  return (
    <p role="status" data-signature={state}>
      Signature: <strong className={classes(styles.word, styles[state])}>{word}</strong>. {meaning}
      {signing && " A key was rotated: an old one stays published until its last token has expired."}
    </p>
  );
}
