export { labTokens as GET, putSessionBack as PUT } from "@/content/study/lab-tokens";
