import { keys } from "./keys.ts";
import { keysAreOn } from "./keys-switch.ts";

/** Elements in which letters are typed or choose an item. */
const typing = "input, textarea, select, [contenteditable]";

/** Runs a shortcut. A key with a modifier, a key typed into a field, and keys beside an open dialog do nothing. */
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
 * Focuses the first element in a part of the page that can take the focus: the lab's button, or on a phone its
 * handle. In a timeline or a tab list, whose items share one tab stop, the focus returns to the reader's last item.
 */
function visit(part: HTMLElement) {
  const isWalked = part.matches("#timeline, #controls");
  const row = isWalked ? part.querySelector<HTMLElement>(':is(summary, [role="tab"])[tabindex="0"]') : null;
  const all = [...part.querySelectorAll<HTMLElement>("button:enabled, a[href], input:enabled, summary")];
  const first = row ?? all.find((each) => each.checkVisibility({ visibilityProperty: true }));
  first?.focus();
}
