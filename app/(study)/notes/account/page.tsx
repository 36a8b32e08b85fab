import type { Metadata } from "next";

export const metadata: Metadata = { title: "Your account" };

export { AccountPage as default } from "@/content/notes-app/pages/account-page";
