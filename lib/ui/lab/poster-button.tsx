import type { ComponentProps } from "react";
import { Button } from "./button";
import styles from "./poster-button.module.css";

type Props = Omit<ComponentProps<typeof Button>, "look" | "children"> & {
  /** The button's text, also while its code is loading. */
  words: { rest: string; busy: string };
  /** Says that the code could not be loaded. */
  failed: string;
};

/** The button of an island's poster. The island marks its frame with `data-loading`; all the texts are in the page. */
export function PosterButton({ words, failed, ...button }: Props) {
  return (
    <>
      <Button look="primary" {...button}>
        <span className={styles.rest}>{words.rest}</span>
        <span className={styles.busy}>{words.busy}</span>
      </Button>
      <span role="status">
        <span className={styles.failed}>{failed}</span>
      </span>
    </>
  );
}
