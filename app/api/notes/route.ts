export { getNotes as GET, postNote as POST } from "@/content/study/notes-api";
