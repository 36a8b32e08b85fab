export { removeNote as DELETE } from "@/content/notes-app/routes/notes";
