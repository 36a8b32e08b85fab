"use client";

import { useState } from "react";

/**
 * Shows a field's new value at once and marks it busy until the call that changes it is answered (an optimistic
 * update).
 *
 * @param value the value that the lab reports
 * @param change makes the call
 */
export function useOptimisticValue<T>(value: T, change: (next: T) => Promise<unknown>) {
  const [taken, setTaken] = useState<{ value: T } | null>(null);
  const take = async (next: T) => {
    const own = { value: next };
    setTaken(own);
    try {
      await change(next);
    } finally {
      // A later choice waits for its own call.
      setTaken((present) => (present === own ? null : present));
    }
  };
  return { shown: taken === null ? value : taken.value, busy: taken !== null, take };
}
