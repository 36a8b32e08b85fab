export { useLoot as POST } from "@/content/study/script/thief-api";
