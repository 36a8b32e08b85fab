import { aroundItGroup } from "./checklist/around-it";
import { atTheBackendGroup } from "./checklist/at-the-backend";
import type { Group } from "./checklist/line";
import { signInGroup } from "./checklist/sign-in";
import { theRefreshGroup } from "./checklist/the-refresh";
import { theSessionGroup } from "./checklist/the-session";
import { whatChangesDataGroup } from "./checklist/what-changes-data";
import { whenSomethingIsStolenGroup } from "./checklist/when-something-is-stolen";

/** The list. Its groups are the sections of the lesson. */
export const checklist: readonly Group[] = [
  signInGroup,
  theSessionGroup,
  theRefreshGroup,
  whenSomethingIsStolenGroup,
  atTheBackendGroup,
  whatChangesDataGroup,
  aroundItGroup,
];
