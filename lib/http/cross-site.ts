import { jsonError } from "./json-error";

/** What another site's page is answered that asks for a change: see `same-origin.ts`. */
export function crossSite(): Response {
  return jsonError(403, "cross_site", "Only this site's own pages may do this.");
}
