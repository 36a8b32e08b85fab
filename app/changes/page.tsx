import type { Metadata } from "next";
import Text from "@/content/site/changes.mdx";
import { TextPage } from "@/lib/ui/shell/text-page";

export const metadata: Metadata = {
  title: "Changes",
  description: "What changed on the site and in its lessons, newest first.",
};

export default function ChangesPage() {
  return (
    <TextPage title="Changes">
      <Text />
    </TextPage>
  );
}
