export { LayoutInLab as default } from "@/content/lab/pages/layout";
