import { TextPage } from "@/lib/ui/shell/text-page";
import YourApp from "./your-app.mdx";

/** For an engineer with a logout bug: from their own app to a verdict on it. */
export function YourAppPage() {
  return (
    <TextPage title="Your own app">
      <YourApp />
    </TextPage>
  );
}
