import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign in" };

export { SignInInLab as default } from "@/content/lab/pages/sign-in";
