import type { Metadata } from "next";
import { InspectorPage } from "@/content/inspector/inspector-page";

export const metadata: Metadata = {
  title: "Inspector",
  description:
    "Paste a JWT: its header and claims in words, what is odd against RFC 8725 and RFC 9068, and whether a key signed it. It never leaves your browser.",
};

export default InspectorPage;
