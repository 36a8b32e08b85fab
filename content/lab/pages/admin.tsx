import { AdminPage } from "@/content/notes-app/pages/admin-page";
import { chosenActions } from "@/content/variants";
import { ChosenRoleActions } from "./chosen-role-actions";
import { pageInLab } from "./page-in-lab";

export function AdminInLab() {
  return pageInLab("/notes/admin", async (choice) => {
    const page = await AdminPage();
    return <ChosenRoleActions variant={chosenActions(choice)}>{page}</ChosenRoleActions>;
  });
}
