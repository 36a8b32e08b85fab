"use client";

import { CopyText } from "@/lib/ui/lab/copy-text";
import { type LinkParts, linkQuery } from "./link";

/** Copies an address that carries these settings and variants, and nothing else: no lab, no token. */
export function CopyLink(parts: LinkParts) {
  return (
    <CopyText label="Copy a link to this stage" text={`${location.origin}/playground?${linkQuery(parts)}`} />
  );
}
