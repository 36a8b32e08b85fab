import type { Mission } from "@/lib/lesson/meta";

type Props = { lesson: string; missions: readonly Pick<Mission, "id">[]; className?: string | undefined };

/** The place for a lesson's progress: `3/7` or a tick. Empty until lib/progress fills it. */
export function ProgressSlot({ lesson, missions, className }: Props) {
  return (
    <span
      className={className}
      data-progress={lesson}
      data-missions={missions.map(({ id }) => id).join(" ")}
    />
  );
}
