import type { Term } from "@/lib/glossary/term";
import type { Entry } from "./entry.ts";

/** A term of the glossary as something to be found. */
export function termEntry({ id, term, text }: Term): Entry {
  const href = `/glossary#${id}`;
  return { id: href, kind: "term", title: term, where: "Glossary", href, text: text.replaceAll("`", "") };
}
