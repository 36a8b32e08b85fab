import type { RegistrationOf } from "@/content/registration";
import { yours } from "./exercise";
import type meta from "./meta";
import { asPosted } from "./variants/as-posted";
import { checked } from "./variants/checked";
import { serverSide } from "./variants/server-side";

export const registration: RegistrationOf<typeof meta> = {
  slug: "credentials-provider",
  fallback: "server-side",
  variants: {
    "as-posted": asPosted,
    checked,
    "server-side": serverSide,
    yours,
  },
};
