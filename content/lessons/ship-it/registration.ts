import type { RegistrationOf } from "@/content/registration";
import { yours } from "./exercise";
import type meta from "./meta";
import { asUsual } from "./variants/as-usual";
import { ready } from "./variants/ready";

export const registration: RegistrationOf<typeof meta> = {
  slug: "ship-it",
  fallback: "ready",
  variants: {
    "as-usual": asUsual,
    ready,
    yours,
  },
};
