/** An error that the user can put right: the command prints it in one line and exits with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
