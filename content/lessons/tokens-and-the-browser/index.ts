import type { Lesson } from "@/lib/lesson/lesson";
import meta from "./meta";
import { terms } from "./terms";

export const lesson: Lesson = {
  meta,
  prose: () => import("./lesson.mdx"),
  demo: () => import("./demo"),
  terms,
};
