import type { MDXContent } from "mdx/types";
import type { ComponentType } from "react";
import type { LabEvent } from "@/lib/lab/schemas";
import type { LessonMeta } from "@/lib/lesson/meta";
import { inOrder } from "@/lib/lesson/order";
import accessTokenAnatomy from "./lessons/access-token-anatomy/meta";
import credentialsProvider from "./lessons/credentials-provider/meta";
import refreshRotation from "./lessons/refresh-rotation/meta";
import serverActionProtection from "./lessons/server-action-protection/meta";
import shipIt from "./lessons/ship-it/meta";
import signingOut from "./lessons/signing-out/meta";
import start from "./lessons/start/meta";
import tokensAndTheBrowser from "./lessons/tokens-and-the-browser/meta";

export type Lesson = {
  meta: LessonMeta;
  prose: () => Promise<{ default: MDXContent }>;
  /** The panel that the page puts beside the lesson; a lesson without a lab has none. */
  demo?: () => Promise<{ default: ComponentType }>;
  /** Explains a recorded run in words, from its events; a lesson without recordings has none. */
  story?: () => Promise<{ explain: (events: readonly LabEvent[]) => string }>;
};

/** Every lesson of the site. A new lesson is one more entry. */
export const catalog: readonly Lesson[] = inOrder([
  {
    meta: start,
    prose: () => import("./lessons/start/lesson.mdx"),
    demo: () => import("./lessons/start/demo"),
  },
  {
    meta: credentialsProvider,
    prose: () => import("./lessons/credentials-provider/lesson.mdx"),
    demo: () => import("./lessons/credentials-provider/demo"),
  },
  {
    meta: refreshRotation,
    prose: () => import("./lessons/refresh-rotation/lesson.mdx"),
    demo: () => import("./lessons/refresh-rotation/demo"),
    story: () => import("./lessons/refresh-rotation/explain"),
  },
  {
    meta: serverActionProtection,
    prose: () => import("./lessons/server-action-protection/lesson.mdx"),
    demo: () => import("./lessons/server-action-protection/demo"),
    story: () => import("./lessons/server-action-protection/explain"),
  },
  {
    meta: accessTokenAnatomy,
    prose: () => import("./lessons/access-token-anatomy/lesson.mdx"),
    demo: () => import("./lessons/access-token-anatomy/demo"),
    story: () => import("./lessons/access-token-anatomy/explain"),
  },
  {
    meta: tokensAndTheBrowser,
    prose: () => import("./lessons/tokens-and-the-browser/lesson.mdx"),
    demo: () => import("./lessons/tokens-and-the-browser/demo"),
  },
  {
    meta: signingOut,
    prose: () => import("./lessons/signing-out/lesson.mdx"),
    demo: () => import("./lessons/signing-out/demo"),
  },
  {
    meta: shipIt,
    prose: () => import("./lessons/ship-it/lesson.mdx"),
    demo: () => import("./lessons/ship-it/demo"),
  },
]);

/** Titles of lessons that are being written. The list shows them without a link. */
export const planned: readonly string[] = [];
