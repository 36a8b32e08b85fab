export { StudyLayout as default } from "@/content/notes-app/pages/notes-layout";
