export { revokeAccess as POST } from "@/content/study/resource/invoices-api";
