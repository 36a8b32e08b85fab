/*
 * The app in the lab's frame has the same cookies as a scenario that plays. Its NextAuth client polls the session
 * every thirty seconds. A poll between two requests of the scenario would refresh and spend the scenario's token, and
 * the variant would be blamed for the loss. So the frame's `fetch` is wrapped, and the app's requests wait until the
 * scenario has ended. The app's own code is unchanged.
 */
let playing = 0;
let over = Promise.resolve();
let finish = () => {};

/** The app's requests that are under way. */
const underway = new Set<Promise<unknown>>();

/**
 * The longest wait for the app's requests. When an answer takes longer, the scenario's own requests would fail too.
 */
const LONGEST_WAIT_MS = 12_000;

/** Waits for the answers to the requests that the app has sent, then runs `work` while the app sends none. */
export async function withAppRequestsPaused<T>(work: () => Promise<T>): Promise<T> {
  playing += 1;
  if (playing === 1) {
    over = new Promise((resolve) => {
      finish = resolve;
    });
  }
  try {
    await answered();
    return await work();
  } finally {
    playing -= 1;
    if (playing === 0) finish();
  }
}

async function answered(): Promise<void> {
  if (underway.size === 0) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT_MS);
  });
  await Promise.race([Promise.allSettled([...underway]), late]);
  clearTimeout(timer);
}

/** The part of a window that is wrapped. */
type Sender = { fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> };

/**
 * Makes the requests of a document in the app's frame wait for scenarios. Call it for each document that has loaded;
 * the requests of the previous document have ended with it.
 */
export function pauseRequestsOf(app: Sender): void {
  underway.clear();
  const send = app.fetch.bind(app);
  app.fetch = async (input, init) => {
    while (playing > 0) await over;
    const answer = send(input, init);
    underway.add(answer);
    try {
      return await answer;
    } finally {
      underway.delete(answer);
    }
  };
}
