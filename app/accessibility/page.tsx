import type { Metadata } from "next";
import Text from "@/content/site/accessibility.mdx";
import { TextPage } from "@/lib/ui/shell/text-page";

export const metadata: Metadata = {
  title: "Accessibility",
  description: "What is tested for accessibility, by which test, and what is not tested.",
};

export default function AccessibilityPage() {
  return (
    <TextPage title="Accessibility">
      <Text />
    </TextPage>
  );
}
