export { chooseVariants as PATCH, ensureLab as POST, readLab as GET } from "@/content/study/lab-api";
