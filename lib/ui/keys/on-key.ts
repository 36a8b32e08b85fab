import { keys } from "./keys.ts";
import { keysAreOn } from "./keys-switch.ts";

/** Where letters are text, or choose from a list. */
const typing = "input, textarea, select, [contenteditable]";

/** Does what a key stands for. Nothing with a modifier, while somebody types, or beside an open dialog. */
export function onKey(event: KeyboardEvent): void {
  const { target } = event;
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof Element && target.closest(typing)) return;
  const pressed = keys.find(({ key }) => key === event.key);
  if (!pressed || !keysAreOn() || document.querySelector("dialog[open]")) return;
  const element = document.querySelector<HTMLElement>(pressed.where);
  if (!element) return;
  event.preventDefault();
  follow(element);
}

function follow(element: HTMLElement) {
  if (element instanceof HTMLDialogElement) element.showModal();
  else if (element instanceof HTMLAnchorElement || element instanceof HTMLButtonElement) element.click();
  else visitLab(element);
}

/** The first thing in the lab that can take the focus: its button, or on a phone its handle. */
function visitLab(lab: HTMLElement) {
  const first = [...lab.querySelectorAll<HTMLElement>("button, a[href], input, summary")].find((each) =>
    each.checkVisibility({ visibilityProperty: true }),
  );
  first?.focus();
}
