import { catalog } from "@/content/catalog";
import { type About, PROJECT } from "@/lib/check/about";
import { readEnvironment } from "@/lib/env";

/** `GET /api/about`: names the project, the site's address, and each lesson with its variants. */
export function readAbout(): Response {
  const about: About = {
    project: PROJECT,
    url: readEnvironment().siteUrl.origin,
    lessons: catalog.map(({ meta }) => ({
      slug: meta.slug,
      variants: meta.variants.map(({ name }) => name),
    })),
  };
  return Response.json(about, { headers: { "Cache-Control": "no-store" } });
}
