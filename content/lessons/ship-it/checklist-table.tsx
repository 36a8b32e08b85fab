import { catalog } from "@/content/catalog";
import { Inline } from "@/lib/ui/lesson/inline";
import { checklist } from "./checklist";
import type { Proof } from "./checklist/line";
import styles from "./checklist-table.module.css";

/**
 * One part of the list: each line with the section that explains it and the check that proves it.
 *
 * @throws Error when there is no such part, or a line names a check that its lesson does not have
 */
export function Checklist({ of }: { of: string }) {
  const group = checklist.find(({ id }) => id === of);
  if (!group) throw new Error(`the checklist has no part "${of}"`);
  return (
    <ul className={styles.list}>
      {group.lines.map(({ id, text, section, proof }) => (
        <li key={id} id={`line-${id}`}>
          <p>
            <Inline text={text} />
          </p>
          <p className={styles.proof}>
            <a href={`/lessons/${section.lesson}#${section.id}`}>Why</a>
            {" · "}
            <Check {...proof} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A check by its name, which leads to where its lesson lists what it proves. */
function Check({ lesson, check }: Proof) {
  const meta = catalog.find((each) => each.meta.slug === lesson)?.meta;
  const found = meta?.checks.find(({ id }) => id === check);
  if (!meta || !found) throw new Error(`no lesson ${lesson} has a check ${check}`);
  const claim = meta.claims.find((each) => each.check === check);
  return (
    <>
      check{" "}
      <a href={`/lessons/${lesson}#${claim ? `claim-${claim.id}` : found.section}`} title={found.title}>
        <code>{check}</code>
      </a>{" "}
      in {meta.title}
    </>
  );
}
