import type { Metadata } from "next";

export const metadata: Metadata = { title: "Notes, by script" };

export { LivePage as default } from "@/content/notes-app/pages/live-page";
