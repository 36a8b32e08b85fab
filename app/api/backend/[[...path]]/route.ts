export {
  answerBrowser as DELETE,
  answerBrowser as GET,
  answerBrowser as PATCH,
  answerBrowser as POST,
  answerBrowser as PUT,
} from "@/content/notes-app/routes/backend";
