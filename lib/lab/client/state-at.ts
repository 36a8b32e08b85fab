import type { Family, LabState } from "../schemas.ts";
import { refreshEndsAt } from "./token-lifetimes.ts";

/**
 * The lab's state at a moment. Tokens expire while nothing happens, and the backend reports that only when it is
 * asked again.
 *
 * @param reported the state as the backend reported it last
 * @param nowMs the lab's time, in epoch ms
 */
export function stateAt(reported: LabState, nowMs: number): LabState {
  return { ...reported, families: reported.families.map((family) => familyAt(family, nowMs)) };
}

function familyAt(family: Family, nowMs: number): Family {
  const refresh = family.refresh.map((token) =>
    token.status === "current" && nowMs >= refreshEndsAt(token, family)
      ? { ...token, status: "expired" as const }
      : token,
  );
  const access = family.access.map((token) =>
    token.status === "live" && nowMs >= token.expiresAt ? { ...token, status: "expired" as const } : token,
  );
  const isOver = refresh.some(({ status }) => status === "expired");
  return {
    ...family,
    refresh,
    access,
    status: family.status === "active" && isOver ? "expired" : family.status,
  };
}
