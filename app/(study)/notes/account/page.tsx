import type { Metadata } from "next";

export const metadata: Metadata = { title: "Your account" };

export { AccountInLab as default } from "@/content/lab/pages/account";
