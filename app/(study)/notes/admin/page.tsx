import type { Metadata } from "next";

export const metadata: Metadata = { title: "Users" };

export { AdminInLab as default } from "@/content/lab/pages/admin";
