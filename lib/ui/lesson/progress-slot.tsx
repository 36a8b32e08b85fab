import type { Mission } from "@/lib/lesson/meta";

type Props = { lesson: string; missions: readonly Pick<Mission, "id">[]; className?: string | undefined };

/** Where a lesson's progress stands, `3/7` or a tick. Empty until the device fills it (lib/progress). */
export function ProgressSlot({ lesson, missions, className }: Props) {
  return (
    <span
      className={className}
      data-progress={lesson}
      data-missions={missions.map(({ id }) => id).join(" ")}
    />
  );
}
