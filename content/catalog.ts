import { inOrder } from "@/lib/lesson/order";
import * as lessons from "./lessons";

/** Every lesson of the site, in order. */
export const catalog = inOrder(Object.values(lessons));

/** Titles of lessons that are being written. The list shows them without a link. */
export const planned: readonly string[] = [];
