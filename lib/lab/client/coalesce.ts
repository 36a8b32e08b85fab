/**
 * A task that several callers can request. It runs once for all of them, `waitMs` after the first request, and never
 * twice at the same time.
 */
export type Coalesced = {
  /** Requests a run. A request during a run starts one more run afterwards. */
  soon(): void;
  stop(): void;
};

export function coalesce(task: () => Promise<void>, waitMs: number): Coalesced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;

  async function run() {
    timer = undefined;
    running = true;
    again = false;
    try {
      await task();
    } finally {
      running = false;
      if (again) soon();
    }
  }

  function soon() {
    if (running) again = true;
    else timer ??= setTimeout(run, waitMs);
  }

  return {
    soon,
    stop() {
      clearTimeout(timer);
      timer = undefined;
      again = false;
    },
  };
}
