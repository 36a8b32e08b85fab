import { asProblem } from "./problem.ts";

/**
 * Runs `work` in the browser's lab. When the lab is gone, because its cookie was cleared or it has expired, a new lab
 * is made and `work` runs once more.
 *
 * @param renew makes a new lab and sets its notice
 * @throws every other error of `work`
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
