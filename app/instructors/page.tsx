import type { Metadata } from "next";
import { InstructorsPage } from "@/content/instructors/instructors-page";

export const metadata: Metadata = {
  title: "For instructors",
  description:
    "Prepare a class, run it, and have one command say what passes and why not: for each lesson and each student.",
};

export default function Instructors() {
  return <InstructorsPage />;
}
