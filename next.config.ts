import createMDX from "@next/mdx";
import type { NextConfig } from "next";

const config: NextConfig = {
  pageExtensions: ["ts", "tsx"],
  poweredByHeader: false,
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
