import { inOrder } from "@/lib/lesson/order";
import * as lessons from "./lessons";

/** Every lesson of the site, in order. */
export const catalog = inOrder(Object.values(lessons));

/** Titles of what is being written: named, so that a learner sees where this leads, and not linked. */
export const planned: readonly string[] = [];
