import type { LabEvent } from "../schemas.ts";

type Choice = Readonly<Record<string, string>>;

export type VariantFollower = {
  /** Takes note of the choices that the events tell of, and asks for the browser's own until it says the same. */
  onEvents(events: readonly LabEvent[]): void;
  stop(): void;
};

/** When the browser's choice is asked for, in ms after the event, and after each answer that is still the old one. */
const askAfterMs = [0, 250, 1_000, 4_000];

/**
 * Keeps the variants on the page in step with the lab's events. A choice lives in the browser's cookie, and the cookie
 * comes with the answer to the browser that chose: the event of the choice can come through the stream before it.
 * An event of somebody without this browser's cookies, say curl, changes nothing here: the last answer counts.
 *
 * @param load asks the site which variants this browser runs; rejects with a LabProblem
 * @param show puts an answer on the page
 */
export function followVariants(
  load: () => Promise<Choice>,
  show: (variants: Choice) => void,
  failed: (thrown: unknown) => void,
): VariantFollower {
  let announced: Choice = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the events with a choice: an answer to a question from before the last one is dropped. */
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
