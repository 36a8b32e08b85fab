import type { LessonMeta } from "@/lib/lesson/meta";
import { Refusal } from "../fail";
import type { Options } from "./options";
import type { Planned } from "./plan";

export async function checkRoster(
  _options: Options,
  _roster: string,
  _plan: readonly Planned[],
  _lessons: readonly LessonMeta[],
): Promise<number> {
  throw new Refusal("soon");
}
