/** What the person at the keyboard can put right: the command says it in one line and exits with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
