export { authHandler as GET, authHandler as POST } from "@/content/lab/auth-handler";
