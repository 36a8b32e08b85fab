export {
  forwardToBackend as DELETE,
  forwardToBackend as GET,
  forwardToBackend as PATCH,
  forwardToBackend as POST,
} from "@/lib/lab/server/forwarder";
