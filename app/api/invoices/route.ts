export { getInvoices as GET } from "@/content/study/resource/invoices-api";
