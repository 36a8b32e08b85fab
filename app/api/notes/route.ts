import { labRoute } from "@/content/lab/lab-route";
import { getNotes, postNote } from "@/content/notes-app/routes/notes";

export const GET = labRoute(getNotes);
export const POST = labRoute(postNote);
