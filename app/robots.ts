import type { MetadataRoute } from "next";
import { readEnvironment } from "@/lib/env";

/** On request: the map's address is a whole one. */
export const dynamic = "force-dynamic";

/** The lessons are for everybody; a lab is for the one who made it. */
export default function robots(): MetadataRoute.Robots {
  const { siteUrl } = readEnvironment();
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", "/mock-backend/", "/notes", "/signin", "/design"],
    },
    sitemap: new URL("/sitemap.xml", siteUrl).href,
  };
}
