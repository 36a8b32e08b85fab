export { labAuthHandler as GET, labAuthHandler as POST } from "@/content/lab/auth-handler";
