/*
 * Hover or focus on a token highlights every mark of the same token: arrows, life bars, holders, cards. The highlight
 * is one rule in one stylesheet, so that five hundred rows are neither rendered again nor searched.
 */
let sheet: CSSStyleSheet | undefined;
let hovered: readonly string[] = [];
let focused: readonly string[] = [];

/** Follows the pointer and the focus on the whole page. Only the first call has an effect. */
export function highlightHoveredToken(): void {
  if (sheet !== undefined) return;
  sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  document.addEventListener("pointerover", ({ target }) => {
    const mark = target instanceof Element ? target.closest("[data-token]") : null;
    hovered = mark === null ? [] : namesOf([mark]);
    light();
  });
  document.addEventListener("focusin", ({ target }) => {
    // The focused element contains the token's mark: its bar, or the row that carried it.
    focused = target instanceof Element && target.matches("button, summary") ? namesWithin(target) : [];
    light();
  });
  document.addEventListener("focusout", () => {
    focused = [];
    light();
  });
}

function namesWithin(element: Element): string[] {
  return namesOf([...element.querySelectorAll("[data-token]")]);
}

function namesOf(marks: readonly Element[]): string[] {
  return marks.flatMap((mark) => mark.getAttribute("data-token") ?? []);
}

let lit = "";

function light() {
  const names = hovered.length > 0 ? hovered : focused;
  const next = [...new Set(names)].map((name) => `[data-token="${CSS.escape(name)}"]`).join();
  if (next === lit) return;
  lit = next;
  sheet?.replaceSync(lit === "" ? "" : rules(lit));
}

/** An outline around marks, edges along life bars, a background under rows. */
function rules(marks: string): string {
  return `
    :is(${marks}) { outline: 2px solid var(--ink); outline-offset: 0; border-radius: 4px; z-index: 1; }
    :is(${marks})[data-part] { outline: none; box-shadow: -2px 0 var(--ink), 2px 0 var(--ink); }
    [data-event]:has(${marks}) { --ground: var(--tint-focus); background: var(--ground); }
  `;
}
