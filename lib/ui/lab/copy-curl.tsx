"use client";

import { asCurl } from "@/lib/lab/client/curl";
import type { Call } from "@/lib/lab/client/request";
import { useLab } from "@/lib/lab/client/use-lab";
import { CopyText } from "./copy-text";

/** Copies a call as a curl line for this lab. */
export function CopyCurl({ call }: { call: Call }) {
  const labId = useLab((lab) => lab.labId);
  if (labId === null) return null;
  return <CopyText text={() => asCurl(call, location.origin, labId)} label="Copy as curl" />;
}
