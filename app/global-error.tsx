"use client";

import "@/lib/ui/theme.css";
import "@/lib/ui/base.css";
import { Failure } from "@/lib/ui/shell/failure";

/** Stands in for the whole document when the layout itself failed. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <head>
        <title>This page failed · Silent Refresh</title>
      </head>
      <body>
        <Failure digest={error.digest} onRetry={reset} />
      </body>
    </html>
  );
}
