import type { RegistrationOf } from "@/content/registration";
import { yours } from "./exercise";
import type meta from "./meta";
import { inCallback } from "./variants/in-callback";
import { inCallbackLocked } from "./variants/in-callback-locked";
import { inProxy } from "./variants/in-proxy";
import { none } from "./variants/none";
import { tokenStore } from "./variants/token-store";

export const registration: RegistrationOf<typeof meta> = {
  slug: "refresh-rotation",
  fallback: {
    variant: "in-proxy",
    because: "Its tokens are in the session cookie, where other lessons and the lab show them.",
  },
  variants: {
    none,
    "in-callback": inCallback,
    "in-callback-locked": inCallbackLocked,
    "in-proxy": inProxy,
    "token-store": tokenStore,
    yours,
  },
};
