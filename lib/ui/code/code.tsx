import { focusedLines } from "@/lib/code/focus";
import { languageOf } from "@/lib/code/grammar";
import { highlight, highlightExcerpt } from "@/lib/code/highlight";
import { shownText } from "@/lib/code/regions";
import styles from "./code.module.css";
import { Lines } from "./code-lines";
import { Frame, scrollable } from "./frame";

export type CodeProps = {
  /** The file's path: relative to the lesson's folder in a lesson, otherwise to the project's root. */
  file: string;
  /** The file's text, from `import source from "./file.ts?raw"`. */
  source: string;
  /** Shows only this region. */
  region?: string;
  /** `"3-5"`, `"2,4"`, or `"#words"` for the lines that contain them. */
  focus?: string;
};

/**
 * Shows a file or a region of it. `data-file` and `data-region` let a test compare the page with the file.
 *
 * @throws RegionError for wrong markers, Error for a focus that matches nothing; both fail the build
 */
export function Code({ file, source, region, focus, shown = file }: CodeProps & { shown?: string }) {
  const text = shownText(source, file, region);
  return (
    <Frame title={shown} aside={region} copy>
      <pre className={styles.code} {...scrollable(`${shown}${region ? `, ${region}` : ""}`)}>
        <code data-file={file} data-region={region}>
          <Lines lines={highlightExcerpt(source, file, region)} focused={focusedLines(focus, text)} />
        </code>
      </pre>
    </Frame>
  );
}

/** A fenced block of prose: an HTTP exchange, a command, a token. It belongs to no file. */
export function Fence({ text, language }: { text: string; language: string | undefined }) {
  const shown = text.replace(/\n$/, "");
  return (
    <figure className={styles.frame}>
      <pre className={styles.code} {...scrollable(language ? `${language} example` : "Example")}>
        <code>
          <Lines lines={highlight(shown, languageOf(language))} focused={new Set()} />
        </code>
      </pre>
      <button type="button" className={`${styles.copy} ${styles.corner} needs-script`} data-copy="">
        Copy
      </button>
    </figure>
  );
}
