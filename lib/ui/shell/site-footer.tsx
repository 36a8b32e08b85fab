import styles from "./site-footer.module.css";

const links = [
  { href: "/#lessons", label: "Lessons" },
  { href: "/your-app", label: "Your own app" },
  { href: "/glossary", label: "Glossary" },
  { href: "/instructors", label: "For instructors" },
  { href: "/hosting", label: "Hosting" },
  { href: "/changes", label: "Changes" },
  { href: "/accessibility", label: "Accessibility" },
  { href: "/llms.txt", label: "Lessons as text" },
] as const;

/** Links to the pages around the lessons, at the end of every page. */
export function SiteFooter({ className = "" }: { className?: string | undefined }) {
  return (
    <footer className={`${styles.footer} ${className}`}>
      <nav aria-label="About this site">
        {links.map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </nav>
      <p>No accounts, no tracking. Your progress stays on this device, your lab ends after two idle hours.</p>
    </footer>
  );
}
