"use client";

import { useLab } from "@/lib/lab/client/use-lab";
import { ArrowCurl } from "./copy-curl";
import { Timeline } from "./timeline/timeline";

/** The timeline of the page's lab. */
export function EventList() {
  const log = useLab((lab) => lab.log);
  return (
    <Timeline
      live
      events={log.events}
      truncated={log.truncated}
      empty="Nothing yet. Sign in, and every request shows here, those between the servers too."
      actionFor={(event) => <ArrowCurl event={event} />}
    />
  );
}
