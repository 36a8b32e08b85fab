/** The app misbehaved. The message is a sentence that says how. */
export class Failure extends Error {
  override readonly name = "Failure";
}

/**
 * The check came too early or too late for the app's clock, so nothing is known yet: it is run again, with more time.
 */
export class Mistimed extends Error {
  override readonly name = "Mistimed";

  /** @param verdict what it means when more time does not help either */
  constructor(
    readonly verdict: "fail" | "error",
    message: string,
  ) {
    super(message);
  }
}
