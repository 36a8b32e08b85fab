/** How long the card stays while the pointer crosses the gap between word and card (WCAG 2.2, 1.4.13). */
const crossingMs = 250;
const gapPixels = 6;
const edgePixels = 8;

let hideShown: (() => void) | undefined;

/**
 * Shows a term's card until pointer or focus leave, Escape is pressed, the page scrolls, or another card is shown.
 */
export function showCard(link: HTMLAnchorElement): void {
  const card = document.getElementById(link.getAttribute("aria-describedby") ?? "");
  if (!card || link.hasAttribute("data-shown") || !link.isConnected) return;
  hideShown?.();
  card.showPopover();
  place(card, link);
  link.setAttribute("data-shown", "");

  const listeners = new AbortController();
  const { signal } = listeners;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(leaving);
    listeners.abort();
    card.hidePopover();
    link.removeAttribute("data-shown");
    hideShown = undefined;
  };
  const leave = () => {
    leaving = setTimeout(() => document.activeElement !== link && hide(), crossingMs);
  };
  for (const element of [link, card]) {
    element.addEventListener("pointerleave", leave, { signal });
    element.addEventListener("pointerenter", () => clearTimeout(leaving), { signal });
  }
  link.addEventListener("blur", hide, { signal });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { signal });
  document.addEventListener("scroll", hide, { signal, passive: true });
  document.addEventListener(
    "pointerdown",
    ({ target }) => target instanceof Node && !link.contains(target) && !card.contains(target) && hide(),
    { signal },
  );
  hideShown = hide;
}

/** Places the card under the word, or above it where there is no room, and within the window. */
function place(card: HTMLElement, link: HTMLElement) {
  const [word = link.getBoundingClientRect()] = link.getClientRects();
  const { width, height } = card.getBoundingClientRect();
  const most = document.documentElement.clientWidth - width - edgePixels;
  const under = word.bottom + gapPixels;
  const fits = under + height + edgePixels <= window.innerHeight;
  card.style.left = `${Math.max(edgePixels, Math.min(word.left, most))}px`;
  card.style.top = `${fits ? under : Math.max(edgePixels, word.top - gapPixels - height)}px`;
}
