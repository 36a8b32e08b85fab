export { removeNote as DELETE } from "@/content/study/notes-api";
