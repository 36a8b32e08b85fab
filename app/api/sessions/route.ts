export { endSessions as DELETE } from "@/content/study/sessions-api";
