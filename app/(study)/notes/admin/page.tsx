import type { Metadata } from "next";

export const metadata: Metadata = { title: "Users" };

export { AdminPage as default } from "@/content/notes-app/pages/admin-page";
