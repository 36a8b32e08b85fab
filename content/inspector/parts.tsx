import { segmentName } from "@/lib/inspect/check-form";
import type { Segment } from "@/lib/inspect/compact";
import type { Inspection } from "@/lib/inspect/inspect-token";
import styles from "./inspector.module.css";

const titles = {
  signed: "A signed token, in three parts",
  encrypted: "An encrypted token, in five parts",
  neither: "Not a token in compact form",
} as const;

/** Characters that are shown of one part; the textarea holds the whole token. */
const SHOWN = 240;

/** The token's parts, each with its name and a mark at the character that makes it malformed. */
export function Parts({ inspection: { kind, segments } }: { inspection: Inspection }) {
  return (
    <div>
      <h2 className={styles.smallTitle}>{titles[kind]}</h2>
      {segments.length > 1 && (
        <ol className={styles.parts}>
          {segments.slice(0, 6).map((segment, index) => (
            <li key={segmentName(kind, index)} data-part={index}>
              <span className={styles.partName}>
                {segmentName(kind, index)} <small>{sizeOf(segment)}</small>
              </span>
              <code className={styles.part}>
                <Spelling segment={segment} />
              </code>
            </li>
          ))}
        </ol>
      )}
      {segments.length > 6 && <p className={styles.hint}>And {segments.length - 6} more.</p>}
    </div>
  );
}

function sizeOf({ text, bytes }: Segment): string {
  if (text === "") return "empty";
  const characters = counted(text.length, "character");
  return bytes === null ? characters : `${characters}, ${counted(bytes.length, "byte")}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function Spelling({ segment: { text, misspelt } }: { segment: Segment }) {
  const end = text.length > SHOWN ? "…" : "";
  if (misspelt === null || misspelt.problem === "empty") return text.slice(0, SHOWN) + end;
  const { at } = misspelt;
  const from = Math.max(0, at - SHOWN / 2);
  return (
    <>
      {from > 0 && "…"}
      {text.slice(from, at)}
      <mark className={styles.mark}>{text.charAt(at) === " " ? "␣" : text.charAt(at)}</mark>
      {text.slice(at + 1, at + SHOWN / 2)}
      {at + SHOWN / 2 < text.length && "…"}
    </>
  );
}
