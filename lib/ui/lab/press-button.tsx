"use client";

import { type ComponentProps, useState } from "react";
import { Button } from "./button";

type Props = Omit<ComponentProps<typeof Button>, "onClick"> & {
  /** Handles the press. The button is busy until the promise settles. */
  onPress(): Promise<unknown>;
};

/** A button for an action that takes time: it is busy at once and ignores a second press meanwhile. */
export function PressButton({ onPress, busy = false, ...rest }: Props) {
  const [taken, setTaken] = useState(false);
  const press = async () => {
    setTaken(true);
    try {
      await onPress();
    } finally {
      setTaken(false);
    }
  };
  return <Button busy={busy || taken} aria-busy={taken || undefined} onClick={press} {...rest} />;
}
