import { refuseMalformed } from "@/content/site/malformed";

export {
  refuseMalformed as DELETE,
  refuseMalformed as GET,
  refuseMalformed as OPTIONS,
  refuseMalformed as PATCH,
  refuseMalformed as POST,
  refuseMalformed as PUT,
};
