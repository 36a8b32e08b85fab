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
  else visit(element);
}

/**
 * The first thing in a part of the page that can take the focus: the lab's button, or on a phone its handle. Where
 * arrow keys lead on, in a timeline or from tab to tab, it is where the reader was.
 */
function visit(part: HTMLElement) {
  const isWalked = part.matches("#timeline, #controls");
  const row = isWalked ? part.querySelector<HTMLElement>(':is(summary, [role="tab"])[tabindex="0"]') : null;
  const all = [...part.querySelectorAll<HTMLElement>("button:enabled, a[href], input:enabled, summary")];
  const first = row ?? all.find((each) => each.checkVisibility({ visibilityProperty: true }));
  first?.focus();
}
