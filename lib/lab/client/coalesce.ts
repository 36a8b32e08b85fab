/** A task that many may ask for and that runs once: after `waitMs`, never twice at the same time. */
export type Coalesced = {
  /** Runs soon; asked during a run, it runs once more afterwards. */
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
