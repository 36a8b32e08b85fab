export { endSessions as DELETE } from "@/content/notes-app/routes/sessions";
