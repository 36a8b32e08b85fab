import { type ComponentProps, isValidElement, type ReactNode } from "react";
import { Fence } from "@/lib/ui/code/code";
import { scrollable } from "@/lib/ui/code/frame";
import styles from "./prose.module.css";

type HeadingProps = ComponentProps<"h2">;

/** A heading with a link to itself, which shows on hover and focus. */
function Heading({ level: Level, id, children, ...rest }: HeadingProps & { level: "h2" | "h3" }) {
  return (
    <Level id={id} {...rest} className={styles.heading}>
      {children}
      {id && (
        <a href={`#${id}`} className={styles.anchor} aria-label="Link to this section">
          #
        </a>
      )}
    </Level>
  );
}

export function H2(props: HeadingProps) {
  return <Heading level="h2" {...props} />;
}

export function H3(props: HeadingProps) {
  return <Heading level="h3" {...props} />;
}

/** A table in a scrolling box, because it may be wider than a phone. */
export function Table(props: ComponentProps<"table">) {
  return (
    <div className={styles.scroll} {...scrollable("Table")}>
      <table {...props} />
    </div>
  );
}

/** A header cell. The empty corner of a table with row headings is a plain cell. */
export function Th({ children, ...rest }: ComponentProps<"th">) {
  return children === undefined ? <td {...rest} /> : <th {...rest}>{children}</th>;
}

type FenceProps = { className?: string; children?: ReactNode };

/** A fenced block. MDX makes `<pre><code className="language-x">text</code></pre>` of it. */
export function Pre({ children }: ComponentProps<"pre">) {
  if (!isValidElement<FenceProps>(children) || typeof children.props.children !== "string") {
    throw new Error("a fenced block holds text only");
  }
  const language = /language-(\S+)/.exec(children.props.className ?? "")?.[1];
  return <Fence text={children.props.children} language={language} />;
}
