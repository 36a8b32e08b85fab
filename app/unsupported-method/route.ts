export { refuseMethod as GET } from "@/content/site/unsupported-method";

/** Its answer is for a request that Next never saw: nothing is cached of it. */
export const dynamic = "force-dynamic";
