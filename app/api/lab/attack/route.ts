export { attackLab as POST } from "@/lib/lab/server/attacker/attack-api";
