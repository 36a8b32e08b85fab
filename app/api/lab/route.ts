export { chooseVariants as PATCH, ensureLab as POST, readLab as GET } from "@/content/lab/lab-api";
