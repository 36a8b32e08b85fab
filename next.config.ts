import createMDX from "@next/mdx";
import type { NextConfig } from "next";
import { fileHeaders, sharedFileHeaders } from "./lib/csp/security-headers";

const config: NextConfig = {
  // A folder that runs without node_modules, for a container: `Dockerfile` asks for it.
  ...(process.env.SITE_OUTPUT === "standalone" && { output: "standalone" as const }),
  pageExtensions: ["ts", "tsx"],
  poweredByHeader: false,
  // A page's `Link` header saves time and says nothing that its document does not. It may fill 6,000 characters where
  // nginx keeps 4,096 bytes for the whole header of an answer.
  reactMaxHeadersLength: 500,
  headers: async () => [
    // What proxy.ts does not see: its matcher leaves out files.
    ...["/_next/static/:path*", "/icon.svg", "/favicon.ico"].map((source) => ({
      source,
      headers: listed(fileHeaders),
    })),
    // Drawn to be shown by others.
    { source: "/og/:path*", headers: listed(sharedFileHeaders) },
  ],
  rewrites: async () => [
    // A folder's name cannot be half a parameter, and the address of a lesson's text ends in `.md`.
    { source: "/lessons/:slug([a-z0-9-]+).md", destination: "/lessons/:slug/markdown" },
    // A browser asks for it by itself where an address answers JSON or text, and so names no icon.
    { source: "/favicon.ico", destination: "/icon.svg" },
  ],
  // With it, next dev compiles an edited exercise anew and goes on running the old one (Next 16.4.6):
  // scripts/prove/exercise.dev.test.ts edits one.
  experimental: { turbopackServerFastRefresh: false },
  turbopack: {
    // A lesson shows the very file that runs: `import source from "./variant.ts?raw"`.
    rules: { "*": { condition: { query: "?raw" }, type: "text" } },
  },
};

function listed(headers: Record<string, string>) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

// Plugins are named, not imported: Turbopack passes options to its loaders as JSON.
const withMDX = createMDX({
  options: { remarkPlugins: ["remark-gfm"], rehypePlugins: ["rehype-slug"] },
});

export default withMDX(config);
