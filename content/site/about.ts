import { catalog } from "@/content/catalog";
import { type About, PROJECT } from "@/lib/check/about";
import { readEnvironment } from "@/lib/env";

/** `GET /api/about`: says that this is a site of this project, where it lives, and what can be checked in it. */
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
