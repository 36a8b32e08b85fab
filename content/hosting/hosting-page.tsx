import { TextPage } from "@/lib/ui/shell/text-page";
import Prose from "./hosting.mdx";

/** What whoever puts the site in front of others has to know. */
export function HostingPage() {
  return (
    <TextPage title="Hosting the site">
      <Prose />
    </TextPage>
  );
}
