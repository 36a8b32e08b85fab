import type { AppCheck } from "../check";
import { cookieFlags } from "./cookie-flags";
import { idleReturn } from "./idle-return";
import { lostCookie } from "./lost-cookie";
import { outage } from "./outage";
import { parallelRequests } from "./parallel-requests";
import { signOut } from "./sign-out";
import { tokenInSession } from "./token-in-session";
import { twoTabs } from "./two-tabs";
import { unauthenticatedAction } from "./unauthenticated-action";

/** Every check, in the order in which they are worth reading. */
export const checks: readonly AppCheck[] = [
  idleReturn,
  lostCookie,
  parallelRequests,
  twoTabs,
  outage,
  signOut,
  tokenInSession,
  cookieFlags,
  unauthenticatedAction,
];
