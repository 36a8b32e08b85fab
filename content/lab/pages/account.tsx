import { AccountPage } from "@/content/notes-app/pages/account-page";
import { pageInLab } from "./page-in-lab";

export function AccountInLab() {
  return pageInLab("/notes/account", AccountPage);
}
