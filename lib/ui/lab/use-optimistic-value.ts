"use client";

import { useState } from "react";

/**
 * For a field whose change is a call: what was chosen shows at once, and is marked busy until the call is answered.
 *
 * @param value what holds by the lab's own word
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
      // A later choice is waited for by itself.
      setTaken((present) => (present === own ? null : present));
    }
  };
  return { shown: taken === null ? value : taken.value, busy: taken !== null, take };
}
