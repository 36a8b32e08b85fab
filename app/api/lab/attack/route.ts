import { chosenActions } from "@/content/variants";
import { attackLab } from "@/lib/lab/server/attacker/attack-api";

export const POST = attackLab(chosenActions);
