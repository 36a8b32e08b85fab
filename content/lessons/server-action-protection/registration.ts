import type { RegistrationOf } from "@/content/registration";
import type meta from "./meta";
import { guardAdminPages } from "./variants/page-guarded-proxy";

export const registration: RegistrationOf<typeof meta> = {
  slug: "server-action-protection",
  fallback: "guarded",
  variants: {
    open: {},
    "page-guarded": { guardPages: guardAdminPages },
    "signed-in": {},
    "role-in-cookie": {},
    guarded: {},
    yours: {},
  },
};
