import { nearest } from "./nearest-word";

/** Suggests the lesson whose address is closest to the unknown one. */
export function suggestLesson(): void {
  const box = document.querySelector<HTMLElement>("[data-nearest]");
  const asked = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/lessons/"]')];
  const found = nearest(
    asked,
    links.map((link) => link.pathname.replace("/lessons/", "")),
  );
  const link = links.find(({ pathname }) => pathname === `/lessons/${found}`);
  if (!box || !link) return;
  const suggestion = document.createElement("a");
  suggestion.href = link.pathname;
  suggestion.textContent = link.dataset.title ?? link.textContent;
  box.append("Did you mean ", suggestion, "?");
}
