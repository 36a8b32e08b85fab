"use client";

import { Page } from "@/lib/ui/shell/page";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Page>
      <h1>This page failed on our side</h1>
      <p>
        Nothing of yours is lost: your lab and your session are kept by the server and in your cookies. Try
        again; if it fails again, start from the <a href="/">home page</a>.
      </p>
      <p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest && (
        <p>
          In the server’s log this failure is <code>{error.digest}</code>.
        </p>
      )}
    </Page>
  );
}
