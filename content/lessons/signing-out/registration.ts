import type { RegistrationOf } from "@/content/registration";
import { yours } from "./exercise";
import type meta from "./meta";
import { cookieOnly } from "./variants/cookie-only";
import { revokesAndAsks } from "./variants/revokes-and-asks";
import { revokesRefresh } from "./variants/revokes-refresh";
import { sessionList } from "./variants/session-list";

export const registration: RegistrationOf<typeof meta> = {
  slug: "signing-out",
  fallback: {
    variant: "revokes-refresh",
    because:
      "Lesson 2 stands on it: its table says what a copied cookie is worth under each of its strategies.",
  },
  variants: {
    "cookie-only": cookieOnly,
    "revokes-refresh": revokesRefresh,
    "revokes-and-asks": revokesAndAsks,
    "session-list": sessionList,
    yours,
  },
};
