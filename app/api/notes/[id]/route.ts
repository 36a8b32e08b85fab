import { labRoute } from "@/content/lab/lab-route";
import { DELETE as deleteNote } from "@/content/lessons/server-action-protection/variants/guarded-route";

export const DELETE = labRoute(deleteNote);
