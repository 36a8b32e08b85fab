import { Button } from "@/lib/ui/lab/button";
import { Page } from "./page";

/** The page after a rendering error: what is safe, what to do, and what to quote. */
export function Failure({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  return (
    <Page>
      <h1>This page failed on our side</h1>
      <p>
        Nothing of yours is lost: your lab is kept by the server, and your session is in your cookies. Try
        again. If it fails again, start from the <a href="/">home page</a>.
      </p>
      <p>
        <Button look="primary" onClick={onRetry}>
          Try again
        </Button>
      </p>
      {digest && (
        <p>
          In the server’s log this failure is <code>{digest}</code>.
        </p>
      )}
    </Page>
  );
}
