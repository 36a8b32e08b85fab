import type { RegistrationOf } from "@/content/registration";
import { yours } from "./exercise";
import type meta from "./meta";
import { anyAlgorithm } from "./variants/any-algorithm";
import { decodeOnly } from "./variants/decode-only";
import { libraryCall } from "./variants/library-call";
import { signatureOnly } from "./variants/signature-only";
import { strict } from "./variants/strict";

export const registration: RegistrationOf<typeof meta> = {
  slug: "access-token-anatomy",
  fallback: "strict",
  variants: {
    "decode-only": decodeOnly,
    "any-algorithm": anyAlgorithm,
    "signature-only": signatureOnly,
    "library-call": libraryCall,
    strict,
    yours,
  },
};
