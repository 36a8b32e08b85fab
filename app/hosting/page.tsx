import type { Metadata } from "next";
import Text from "@/content/hosting/hosting.mdx";
import { TextPage } from "@/lib/ui/shell/text-page";

export const metadata: Metadata = {
  title: "Hosting",
  description:
    "The site behind nginx and behind Caddy: what a proxy passes on, and whole configurations that are tested.",
};

export default function HostingPage() {
  return (
    <TextPage title="Hosting the site">
      <Text />
    </TextPage>
  );
}
