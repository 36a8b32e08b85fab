import { labRoute } from "@/content/lab/lab-route";
import { endSessions } from "@/content/notes-app/routes/sessions";

export const DELETE = labRoute(endSessions);
