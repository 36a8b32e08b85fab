import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign in" };

export { SignInPage as default } from "@/content/notes-app/pages/sign-in-page";
