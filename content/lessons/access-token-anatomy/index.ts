import type { Lesson } from "@/lib/lesson/lesson";
import meta from "./meta";

export const lesson: Lesson = {
  meta,
  prose: () => import("./lesson.mdx"),
  demo: () => import("./demo"),
  story: () => import("./explain"),
};
