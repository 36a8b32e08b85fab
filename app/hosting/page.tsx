import type { Metadata } from "next";
import { HostingPage } from "@/content/hosting/hosting-page";

export const metadata: Metadata = {
  title: "Hosting",
  description:
    "The site behind nginx and behind Caddy: what a proxy passes on, and whole configurations that are tested.",
};

export default HostingPage;
