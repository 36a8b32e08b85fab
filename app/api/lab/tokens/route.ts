export { labTokens as GET } from "@/content/study/lab-tokens";
