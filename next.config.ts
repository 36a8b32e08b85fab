import createMDX from "@next/mdx";
import type { NextConfig } from "next";
import { fileHeaders } from "./lib/csp/security-headers";

const config: NextConfig = {
  pageExtensions: ["ts", "tsx"],
  poweredByHeader: false,
  headers: async () =>
    // What proxy.ts does not see: its matcher leaves out files.
    ["/_next/static/:path*", "/icon.svg"].map((source) => ({
      source,
      headers: Object.entries(fileHeaders).map(([key, value]) => ({ key, value })),
    })),
  turbopack: {
    // A lesson shows the very file that runs: `import source from "./variant.ts?raw"`.
    rules: { "*": { condition: { query: "?raw" }, type: "text" } },
  },
};

// Plugins are named, not imported: Turbopack passes options to its loaders as JSON.
const withMDX = createMDX({
  options: { remarkPlugins: ["remark-gfm"], rehypePlugins: ["rehype-slug"] },
});

export default withMDX(config);
