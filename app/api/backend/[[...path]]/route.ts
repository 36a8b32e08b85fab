import { labRoute } from "@/content/lab/lab-route";
import { answerScript } from "@/content/notes-app/routes/backend";

const handler = labRoute(answerScript);

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
