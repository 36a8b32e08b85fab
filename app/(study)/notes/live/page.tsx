import type { Metadata } from "next";

export const metadata: Metadata = { title: "Notes, by script" };

export { LiveInLab as default } from "@/content/lab/pages/live";
