import { asProblem } from "./problem.ts";

/**
 * Does something in the browser's lab. Where there is none (any more), its cookie was cleared or its time is over: a new
 * lab is made, and the same is done in that.
 *
 * @param renew makes a new lab and says so
 * @throws whatever `work` throws otherwise
 */
export async function retryInNewLab<T>(renew: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (asProblem(thrown).code !== "lab_gone") throw thrown;
    await renew();
    return work();
  }
}
