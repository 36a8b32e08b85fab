/** A sentence from metadata or an attribute. Backticks mark code, as in prose. */
export function Inline({ text }: { text: string }) {
  return text.split("`").map((part, at) => (at % 2 === 1 ? <code key={at.toString()}>{part}</code> : part));
}
