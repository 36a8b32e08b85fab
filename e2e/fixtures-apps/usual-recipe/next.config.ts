import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Built once from these very sources, so there is nothing to keep for a second build.
  experimental: { turbopackFileSystemCacheForBuild: false },
};

export default config;
