import type { Finding } from "./finding";
import {
  nonsenseSignsNobodyIn,
  noTokenInSession,
  oneLifetime,
  outageIsNamed,
  roleNotRaised,
  twoFields,
} from "./sign-in-probes";
import { actionInput, attacked, headers } from "./site-probes";
import {
  bogusRefreshToken,
  copiedCookie,
  forgedToken,
  outageKeepsSession,
  pageAfterExpiry,
  signOutRevokes,
  stolenRefreshToken,
} from "./token-probes";

/**
 * What the list tries on the reader's own lab, by the line's id. Each is real requests from this browser, and begins
 * with a sign-in of its own where it needs one.
 *
 * @throws LabProblem when the lab cannot be reached
 */
export const probes: Readonly<Record<string, () => Promise<Finding>>> = {
  "two-fields": twoFields,
  "outage-is-named": outageIsNamed,
  "nonsense-signs-nobody-in": nonsenseSignsNobodyIn,
  "no-token-in-session": noTokenInSession,
  "one-lifetime": oneLifetime,
  "role-not-raised": roleNotRaised,
  "page-after-expiry": pageAfterExpiry,
  "outage-keeps-session": outageKeepsSession,
  "stolen-refresh-token": stolenRefreshToken,
  "bogus-refresh-token": bogusRefreshToken,
  "sign-out-revokes": signOutRevokes,
  "copied-cookie": copiedCookie,
  "forged-token": forgedToken,
  "action-session": attacked("nobody"),
  "action-ownership": attacked("not-yours"),
  "action-permission": attacked("demoted"),
  "action-input": actionInput,
  headers,
};
