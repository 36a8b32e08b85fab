export { collect as POST } from "@/lib/lab/server/thief/collect";
