/** A stranger's app cannot be asked this: whoever lists the scenario for `check:app` is mistaken. */
export function notAsked(what: string): Error {
  return new Error(`A stranger's app cannot be asked to ${what}.`);
}
