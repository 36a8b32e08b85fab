import type { Metadata } from "next";
import Text from "@/content/your-app/your-app.mdx";
import { TextPage } from "@/lib/ui/shell/text-page";

export const metadata: Metadata = {
  title: "Your own app",
  description:
    "Users are signed out at random? Point your NextAuth app at the mock backend, and nine checks say why.",
};

export default function YourAppPage() {
  return (
    <TextPage title="Your own app">
      <Text />
    </TextPage>
  );
}
