export { StudyLayout as default } from "@/content/study/pages/study-layout";
