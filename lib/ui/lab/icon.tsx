const paths = {
  back: "M9.5 3.5 5 8l4.5 4.5",
  reload: "M12.6 6.2A5 5 0 1 0 13 8M13 3v3.3H9.7",
  tab: "M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.5 3.5l-5 5",
  close: "m4 4 8 8m0-8-8 8",
  chevron: "m4 6 4 4 4-4",
} as const;

/** A 16-unit line icon. The button around it carries the label. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <path d={paths[name]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
