import { refuseMalformed } from "@/content/site/refused-requests";

export {
  refuseMalformed as DELETE,
  refuseMalformed as GET,
  refuseMalformed as OPTIONS,
  refuseMalformed as PATCH,
  refuseMalformed as POST,
  refuseMalformed as PUT,
};
