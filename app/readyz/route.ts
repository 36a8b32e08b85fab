export { answerReadiness as GET } from "@/content/site/health";

export const dynamic = "force-dynamic";
