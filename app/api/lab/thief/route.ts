export { useLoot as POST } from "@/lib/lab/server/thief/thief";
