export { dismissLabNotice as DELETE } from "@/lib/lab/server/lab-notice";
