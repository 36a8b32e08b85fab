export { revokeAccess as POST } from "@/content/invoices-api/invoices-api";
