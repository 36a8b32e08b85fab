/** The key of the prediction choices in storage: `{"/lessons/start who-can-read": "1"}`. */
const storageKey = "silent-refresh.predictions";

type Predictions = Record<string, string>;

function stored(): Predictions {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    const entries = Object.entries(typeof parsed === "object" && parsed !== null ? parsed : {});
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

const keyOf = (question: HTMLElement) => `${location.pathname} ${question.dataset.prediction}`;

/** Stores a choice if the input belongs to a prediction. */
export function rememberPrediction(input: HTMLInputElement): void {
  const question = input.closest<HTMLElement>("[data-prediction]");
  if (!question) return;
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...stored(), [keyOf(question)]: input.value }));
  } catch {
    // Storage is refused or full, so the choice lasts until the page is left.
  }
}

/** Restores the stored choices on this page. */
export function recallPredictions(): void {
  const predictions = stored();
  for (const question of document.querySelectorAll<HTMLElement>("[data-prediction]")) {
    for (const input of question.querySelectorAll("input")) {
      if (input.value === predictions[keyOf(question)]) input.checked = true;
    }
  }
}
