export { dismissLabNotice as DELETE } from "@/content/study/lab-notice-api";
