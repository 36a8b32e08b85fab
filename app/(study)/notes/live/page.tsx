import type { Metadata } from "next";

export const metadata: Metadata = { title: "Notes, by script" };

export { LivePage as default } from "@/content/study/pages/live-page";
