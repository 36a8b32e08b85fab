"use client";

import { asCurl, sentAsCurl } from "@/lib/lab/client/curl";
import type { Call } from "@/lib/lab/client/request";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import type { LabEvent } from "@/lib/lab/schemas";
import { CopyText } from "./copy-text";
import { replayOf } from "./timeline/replay";

/** Copies a call as a curl line for this lab. */
export function CopyCurl({ call }: { call: Call }) {
  const labId = useLab((lab) => lab.labId);
  if (labId === null) return null;
  return <CopyText text={() => asCurl(call, location.origin, labId)} label="Copy as curl" />;
}

/** Copies a recorded request as shell lines, or says why it cannot be sent again. */
export function ArrowCurl({ event }: { event: LabEvent }) {
  const lab = useControls();
  const replay = replayOf(event, lab.get().log.events);
  if (replay === null) return null;
  if ("why" in replay) return <p>No curl line: {replay.why}</p>;
  const { request } = replay;
  const text = () => {
    // Read when the button is pressed, because the browser's cookie may have changed by then.
    const { labId, variants, tokens } = lab.get();
    const session = tokens?.session?.raw ?? null;
    return sentAsCurl(request, { origin: location.origin, labId: labId ?? "", variants, session });
  };
  return <CopyText text={text} label="Copy as curl" />;
}
