import type { Metadata } from "next";

export const metadata: Metadata = { title: "My notes" };

export { NotesPage as default } from "@/content/notes-app/pages/notes-page";
