"use client";

import { CopyText } from "@/lib/ui/lab/copy-text";
import { type LinkParts, linkQuery } from "./link";

/** Copies a link that carries these settings and variants. It carries no lab id and no token. */
export function CopyLink(parts: LinkParts) {
  return (
    <CopyText label="Copy a link to this stage" text={`${location.origin}/playground?${linkQuery(parts)}`} />
  );
}
