"use client";

import { Failure } from "@/lib/ui/shell/failure";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Failure digest={error.digest} onRetry={reset} />;
}
