/** Pseudo-classes that cannot be shown at rest, and the attribute value that replaces each. */
const stand = [
  [":hover", '[data-state~="hover"]'],
  [":focus-visible", '[data-state~="focus"]'],
] as const;

/**
 * Copies every rule for hover and focus to one for `data-state="hover"` and `data-state="focus"`, so that a state can
 * be shown at rest. The copies come from the site's own rules, so no style is written twice.
 */
export function forceStates(): void {
  for (const sheet of document.styleSheets) copyWithin(sheet);
}

/** Chooses a wrong answer and opens the right one, in predictions that are shown as answered. */
export function showAnswered(): void {
  for (const specimen of document.querySelectorAll('[data-specimen="answered"]')) {
    for (const details of specimen.querySelectorAll("details")) details.open = true;
    const first = specimen.querySelector("input");
    if (first) first.checked = true;
  }
}

function copyWithin(list: CSSStyleSheet | CSSGroupingRule): void {
  // Backwards, so that inserted rules are not visited.
  for (let at = list.cssRules.length - 1; at >= 0; at--) {
    const rule = list.cssRules[at];
    if (rule instanceof CSSMediaRule && rule.media.mediaText.includes("hover: hover")) {
      for (const inner of [...rule.cssRules].reverse()) {
        const copy = inner instanceof CSSStyleRule ? standIn(inner) : null;
        if (copy) list.insertRule(copy, at + 1);
      }
    } else if (rule instanceof CSSStyleRule) {
      const copy = standIn(rule);
      if (copy) list.insertRule(copy, at + 1);
    } else if (rule instanceof CSSGroupingRule) copyWithin(rule);
  }
}

function standIn(rule: CSSStyleRule): string | null {
  const selector = stand.reduce(
    (text, [state, attribute]) => text.replaceAll(state, attribute),
    rule.selectorText,
  );
  return selector === rule.selectorText ? null : `${selector} { ${rule.style.cssText} }`;
}
