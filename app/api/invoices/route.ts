export { getInvoices as GET } from "@/content/invoices-api/invoices-api";
