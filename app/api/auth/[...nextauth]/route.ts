export { authHandler as GET, authHandler as POST } from "@/content/study/auth-handler";
