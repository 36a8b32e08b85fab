import styles from "./design.module.css";

const sizes = [
  {
    name: "--text-h1",
    look: styles.h1,
    words: "Refresh rotation",
    use: "a page's title; 32 to 40 px with the window",
  },
  { name: "--text-h2", look: styles.h2, words: "Run it", use: "25 px, a section" },
  { name: "--text-h3", look: styles.h3, words: "It believes any answer", use: "20 px, below a section" },
  {
    name: "--text-large",
    look: styles.large,
    words: "Who makes each, who can read it.",
    use: "20 px, a summary",
  },
  {
    name: "--text-body",
    look: styles.body,
    words: "You sign in to a Next app whose users live elsewhere.",
    use: "17 px / 1.6",
  },
  {
    name: "--text-small",
    look: styles.small,
    words: "Lesson 2 · 11 min · 7 missions",
    use: "14 px, facts and tables",
  },
  { name: "--text-code", look: styles.code, words: "O0 1lI eyJhbGciOiJFUzI1NiJ9", use: "14.5 px, code" },
];

/** The font sizes, each in an example. */
export function TypeScale() {
  return (
    <dl className={styles.scale}>
      {sizes.map(({ name, look, words, use }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            <span>{use}</span>
          </dt>
          <dd className={look}>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

const spaces = [
  { rem: 0.25, use: "between a mark and its neighbour" },
  { rem: 0.5, use: "between buttons" },
  { rem: 0.75, use: "between a bar and its words" },
  { rem: 1.05, use: "between paragraphs" },
  { rem: 1.5, use: "around a figure" },
  { rem: 2, use: "between columns, before h3" },
  { rem: 3.2, use: "before a section" },
];

/** The spacing steps, and what each separates. */
export function Spacing() {
  return (
    <dl className={styles.spaces}>
      {spaces.map(({ rem, use }) => (
        <div key={rem}>
          <dt>
            <code>{rem}rem</code>
          </dt>
          <dd>
            <svg width={`${rem}rem`} height="0.7rem" aria-hidden="true">
              <rect width="100%" height="100%" fill="var(--line-strong)" />
            </svg>
            {use}
          </dd>
        </div>
      ))}
    </dl>
  );
}
