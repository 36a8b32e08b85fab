import { catalog } from "@/content/catalog";

/** Every page that a search engine should know, by path. */
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
