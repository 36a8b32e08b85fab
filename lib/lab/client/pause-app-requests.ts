/*
 * The app beside the lab has the same cookies as a scenario that plays. Its NextAuth client asks for the session every
 * thirty seconds: a request between two of the scenario's would refresh, spend the token that the scenario goes by, and
 * end as a loss that the variant is not to blame for. So the app's requests wait until the scenario is over. That is
 * arranged from outside, in the frame's `fetch`: the app under study does not know.
 */
let playing = 0;
let over = Promise.resolve();
let finish = () => {};

/** Requests of the app that were sent before a scenario began. */
const underway = new Set<Promise<unknown>>();

/** An answer that takes longer is not waited for: the scenario's own requests would not come back either. */
const LONGEST_WAIT_MS = 12_000;

/** Runs `work` while the app in the lab's frame sends nothing: what it has sent is answered first. */
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

/** The part of a window that is taken over. */
type Sender = { fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> };

/**
 * Makes the requests of a document in the app's frame wait for scenarios. Called with each document that has loaded: the
 * requests of the one before are gone with it.
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
