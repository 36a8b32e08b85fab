import { type ReactNode, useState } from "react";

/**
 * What comes of a press whose code is loaded with it. The last outcome stays in sight until the next.
 *
 * @param perform does it, and says what to show of it
 */
export function useOutcome(perform: () => Promise<ReactNode>) {
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<ReactNode>();
  const [failed, setFailed] = useState(false);

  const press = async () => {
    setBusy(true);
    setFailed(false);
    try {
      setShown(await perform());
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };

  const outcome = (
    <>
      {failed && <p role="alert">This part of the page did not load. Press again.</p>}
      {shown}
    </>
  );
  return { busy, outcome, press };
}
