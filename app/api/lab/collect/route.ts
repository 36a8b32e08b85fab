export { collect as POST } from "@/content/study/script/collect-api";
