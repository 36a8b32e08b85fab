/** Shows a term's card when the pointer or the focus enters the term, and at the first touch. */
export function onTerm(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest("a[data-term]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const touch = event instanceof PointerEvent && event.pointerType === "touch";
  if (event.type === "click") {
    // The first touch shows the card, the second follows the link.
    if (!touch || link.hasAttribute("data-shown")) return;
    event.preventDefault();
  } else if (touch || (event.type === "focusin" && !link.matches(":focus-visible"))) return;
  void import("./term-card").then(({ showCard }) => showCard(link));
}
