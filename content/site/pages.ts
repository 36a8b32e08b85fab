import { catalog } from "@/content/catalog";

/** The paths of the pages that the sitemap lists. */
export function publicPages(): string[] {
  const lessons = catalog.map(({ meta }) => `/lessons/${meta.slug}`);
  return [
    "/",
    ...lessons,
    "/playground",
    "/inspector",
    "/instructors",
    "/your-app",
    "/hosting",
    "/glossary",
    "/changes",
    "/accessibility",
  ];
}
