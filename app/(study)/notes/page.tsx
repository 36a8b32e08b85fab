import type { Metadata } from "next";

export const metadata: Metadata = { title: "My notes" };

export { NotesInLab as default } from "@/content/lab/pages/notes";
