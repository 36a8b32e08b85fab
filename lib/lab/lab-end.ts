import * as z from "zod/mini";

/**
 * Why a browser's lab is another one than before.
 * - `idle`: nobody used it for two hours
 * - `made_room`: the backend holds so many labs at most, and gave its place to another
 * - `unknown`: the backend was restarted, or never knew it
 */
export const labEndSchema = z.enum(["idle", "made_room", "unknown"]);

export type LabEnd = z.infer<typeof labEndSchema>;

/** What a page knows besides: this browser's cookie names another lab than the page has shown so far. */
export type LabNotice = LabEnd | "another";

const afresh = "This is a new one: settings, notes and sign-ins start afresh.";

const sentences: Readonly<Record<LabNotice, string>> = {
  idle: `Your lab was idle for two hours and was cleared. ${afresh}`,
  made_room: `The backend needed room for other labs, and yours was cleared. ${afresh}`,
  unknown: `The backend does not know your lab any more: it may have been restarted. ${afresh}`,
  another:
    "This browser’s cookies no longer named the lab that this page had shown. The page shows another now: settings, notes and sign-ins are its own.",
};

/** One sentence on what became of the old lab, and one on the new. */
export function labNoticeText(notice: LabNotice): string {
  return sentences[notice];
}

/** @returns null for a text that is none of the reasons, as a cookie may bring one */
export function parseLabEnd(value: string | undefined): LabEnd | null {
  return labEndSchema.safeParse(value).data ?? null;
}
