import type { Metadata } from "next";
import { PlaygroundPage } from "@/content/playground/playground-page";

export const metadata: Metadata = {
  title: "Playground",
  description:
    "The notes app beside your lab: every variant, every setting, the clock, the faults, the attacker, and the timeline of all that is sent.",
};

export default function Playground() {
  return <PlaygroundPage />;
}
