import type { Metadata } from "next";

export const metadata: Metadata = { title: "Your account" };

export { AccountPage as default } from "@/content/study/pages/account-page";
