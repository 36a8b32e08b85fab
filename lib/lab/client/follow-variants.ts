import type { LabEvent } from "../schemas.ts";

type Choice = Readonly<Record<string, string>>;

export type VariantFollower = {
  /** Reads the variant choices in the events, and requests the browser's own choice until it is the same. */
  onEvents(events: readonly LabEvent[]): void;
  stop(): void;
};

/** Waits in ms before each request for the browser's choice, counted from the event or the last outdated answer. */
const askAfterMs = [0, 250, 1_000, 4_000];

/**
 * Keeps the variants on the page in step with the lab's events. The choice is stored in the browser's cookie, which
 * arrives with the answer to the browser that chose; the event of the choice can arrive through the stream before. An
 * event from a client without this browser's cookies, such as curl, changes nothing here: after the last request the
 * browser's own choice is shown.
 *
 * @param load requests the variants that this browser runs; rejects with a LabProblem
 * @param show puts the variants on the page
 */
export function followVariants(
  load: () => Promise<Choice>,
  show: (variants: Choice) => void,
  failed: (thrown: unknown) => void,
): VariantFollower {
  let announced: Choice = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Numbers the choices, so that an answer to a request from before the last choice is dropped. */
  let round = 0;

  function ask(nth: number, of: number) {
    timer = setTimeout(async () => {
      try {
        const variants = await load();
        if (of !== round) return;
        const isLast = nth + 1 === askAfterMs.length;
        const isSame = Object.entries(announced).every(([lesson, variant]) => variants[lesson] === variant);
        if (isSame || isLast) {
          announced = {};
          show(variants);
        } else ask(nth + 1, of);
      } catch (thrown) {
        if (of === round) failed(thrown);
      }
    }, askAfterMs[nth]);
  }

  return {
    onEvents(events) {
      const choices = events.flatMap(choiceOf);
      if (choices.length === 0) return;
      announced = { ...announced, ...Object.fromEntries(choices) };
      clearTimeout(timer);
      round += 1;
      ask(0, round);
    },
    stop() {
      clearTimeout(timer);
      round += 1;
      announced = {};
    },
  };
}

function choiceOf({ name, detail }: LabEvent): [string, string][] {
  if (name !== "variant.changed") return [];
  const { lesson, variant } = detail ?? {};
  return typeof lesson === "string" && typeof variant === "string" ? [[lesson, variant]] : [];
}
