import { LivePage } from "@/content/notes-app/pages/live-page";
import { chosenBrowserData } from "@/content/variants";
import { ChosenNotesClient } from "./chosen-notes-client";
import { pageInLab } from "./page-in-lab";

export function LiveInLab(props: Parameters<typeof LivePage>[0]) {
  return pageInLab("/notes/live", async (choice) => {
    const page = await LivePage(props);
    return <ChosenNotesClient variant={chosenBrowserData(choice)}>{page}</ChosenNotesClient>;
  });
}
