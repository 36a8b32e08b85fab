"use client";

import { type ComponentProps, useState } from "react";
import { Button } from "./button";

type Props = Omit<ComponentProps<typeof Button>, "onClick"> & {
  /** What the press does; the button is busy until it is done. */
  onPress(): Promise<unknown>;
};

/** A button whose press takes its time: it shows at once that the press was taken, and takes no second one meanwhile. */
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
