export { attackLab as POST } from "@/content/study/attack/attack-api";
