import type { MDXComponents } from "mdx/types";
import { proseComponents } from "@/lib/ui/lesson/components-for";

/** Next's hook for MDX. A lesson's page adds the parts that need its metadata. */
export function useMDXComponents(components: MDXComponents = {}): MDXComponents {
  return { ...proseComponents, ...components };
}
