export { readAbout as GET } from "@/content/site/about";

/** Where the site lives is known when it is served, not when it is built. */
export const dynamic = "force-dynamic";
