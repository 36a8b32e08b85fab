import type { MetadataRoute } from "next";
import { publicPages } from "@/content/site/pages";
import { readEnvironment } from "@/lib/env";

/** On request: its addresses are whole, and only the running site knows its own. */
export const dynamic = "force-dynamic";

export default function sitemap(): MetadataRoute.Sitemap {
  const { siteUrl } = readEnvironment();
  return publicPages().map((path) => ({ url: new URL(path, siteUrl).href }));
}
