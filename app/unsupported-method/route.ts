export { refuseMethod as GET } from "@/content/site/refused-requests";

/** Its answer is for a request that Next never saw: nothing is cached of it. */
export const dynamic = "force-dynamic";
