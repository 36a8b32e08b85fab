import type { Metadata } from "next";
import { RunPage } from "@/content/lessons/refresh-rotation/run-page";
import { measuredResults } from "@/content/lessons/refresh-rotation/runs";

export const dynamicParams = false;

export function generateStaticParams() {
  return Object.keys(measuredResults()).map((run) => ({ run }));
}

type Props = PageProps<"/lessons/refresh-rotation/runs/[run]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run } = await params;
  return { title: `Recorded run ${run}` };
}

export default async function RecordedRunPage({ params }: Props) {
  return <RunPage name={(await params).run} />;
}
