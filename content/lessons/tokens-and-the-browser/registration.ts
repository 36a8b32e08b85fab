import type { RegistrationOf } from "@/content/registration";
import { yours } from "./exercise";
import type meta from "./meta";
import { bff } from "./variants/bff";
import { openProxy } from "./variants/open-proxy";
import { tokenFromRoute } from "./variants/token-from-route";
import { tokenOnSession } from "./variants/token-on-session";

export const registration: RegistrationOf<typeof meta> = {
  slug: "tokens-and-the-browser",
  fallback: "bff",
  variants: {
    "token-on-session": tokenOnSession,
    "token-from-route": tokenFromRoute,
    "open-proxy": openProxy,
    bff,
    yours,
  },
};
