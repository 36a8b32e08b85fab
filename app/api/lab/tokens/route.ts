export { labTokens as GET, putSessionBack as PUT } from "@/content/lab/lab-tokens";
