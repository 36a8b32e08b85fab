import * as z from "zod/mini";

/**
 * A learner's progress, kept on the device: no account, and nothing is sent. The sizes are bounded, because storage
 * is shared and anybody can write an import file.
 */
const maxLessons = 100;
const maxMissions = 50;
/** Characters; more than progress within these bounds can take. */
export const maxCharacters = 512 * 1024;

const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));
const count = z.int().check(z.nonnegative());

/** The event after which a lesson counts. `lab` distinguishes labs and is too short to open one. */
const baselineSchema = z.object({ lab: z.string().check(z.maxLength(8)), seq: count });

const lessonSchema = z.object({
  /** Ids of the missions that are done. */
  missions: z.array(slug).check(z.maxLength(maxMissions)),
  /** When the lesson was last read, in epoch ms of this device's clock. */
  visitedAt: count,
  /** The section that was visible then. */
  section: z.optional(
    z.object({ id: z.string().check(z.maxLength(120)), title: z.string().check(z.maxLength(160)) }),
  ),
  since: z.optional(baselineSchema),
});

const progressSchema = z.object({
  version: z.literal(1),
  lessons: z
    .record(slug, lessonSchema)
    .check(z.refine((lessons) => Object.keys(lessons).length <= maxLessons)),
});

/** The property that every version of the file has. */
const anyVersion = z.object({ version: z.number() });

export type Progress = z.infer<typeof progressSchema>;
export type LessonProgress = z.infer<typeof lessonSchema>;
export type Baseline = z.infer<typeof baselineSchema>;

export const noProgress: Progress = { version: 1, lessons: {} };

/** Why a text is not progress, in words that complete a sentence. */
export type NoProgress =
  | "it is too large"
  | "it is not JSON"
  | "it is of another version"
  | "it holds something else";
export type ReadProgress = { progress: Progress; because?: never } | { progress: null; because: NoProgress };

/** Reads stored or imported progress, or says why it is not a file of this site. */
export function readText(text: string): ReadProgress {
  if (text.length > maxCharacters) return { progress: null, because: "it is too large" };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { progress: null, because: "it is not JSON" };
  }
  const parsed = progressSchema.safeParse(json);
  if (parsed.success) return { progress: parsed.data };
  const named = anyVersion.safeParse(json);
  const isOther = named.success && named.data.version !== 1;
  return { progress: null, because: isOther ? "it is of another version" : "it holds something else" };
}

/** Reads progress; null for a text that is not a file of this site. */
export function parseProgress(text: string): Progress | null {
  return readText(text).progress;
}

export function lessonProgress(progress: Progress, lesson: string): LessonProgress {
  return progress.lessons[lesson] ?? { missions: [], visitedAt: 0 };
}

/** Changes one lesson's progress. When there are too many lessons, the one read longest ago is dropped. */
export function withLesson(progress: Progress, lesson: string, change: Partial<LessonProgress>): Progress {
  const lessons = { ...progress.lessons, [lesson]: { ...lessonProgress(progress, lesson), ...change } };
  const oldest = Object.entries(lessons).sort(([, a], [, b]) => a.visitedAt - b.visitedAt)[0];
  if (oldest && Object.keys(lessons).length > maxLessons) delete lessons[oldest[0]];
  return { ...progress, lessons };
}

/** Marks a mission as done, once. */
export function withMission(progress: Progress, lesson: string, mission: string): Progress {
  const { missions } = lessonProgress(progress, lesson);
  if (missions.includes(mission)) return progress;
  return withLesson(progress, lesson, { missions: [...missions, mission].slice(-maxMissions) });
}

/** The slug of the lesson that was read last. */
export function lastRead(progress: Progress): string | null {
  const [last] = Object.entries(progress.lessons).sort(([, a], [, b]) => b.visitedAt - a.visitedAt);
  return last === undefined || last[1].visitedAt === 0 ? null : last[0];
}

/** The number of a lesson's missions that are done. Ids that the lesson no longer has do not count. */
export function doneOf(progress: Progress, lesson: string, missions: readonly string[]): number {
  const done = new Set(lessonProgress(progress, lesson).missions);
  return missions.filter((mission) => done.has(mission)).length;
}
