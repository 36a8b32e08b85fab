/** An error that the user can put right: shown as one line, without a stack. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** A command line that is wrong in any state of the project: also one line, and exit code 2. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}

/**
 * Runs a script's main function. An error that the user can put right ends in one line and exit code 1, or 2 for bad input;
 * any other error is a bug and keeps its stack.
 */
export async function run(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const expected =
      error instanceof Error && ["Refusal", "BadInput", "EnvironmentError"].includes(error.name);
    console.error(expected ? `\n${error.message}\n` : error);
    process.exitCode = error instanceof BadInput ? 2 : 1;
  }
}
