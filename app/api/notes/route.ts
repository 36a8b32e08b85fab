export { getNotes as GET, postNote as POST } from "@/content/notes-app/routes/notes";
