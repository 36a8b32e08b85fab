import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign in" };

export { SignInPage as default } from "@/content/study/pages/sign-in-page";
