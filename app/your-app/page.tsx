import type { Metadata } from "next";
import { YourAppPage } from "@/content/your-app/your-app-page";

export const metadata: Metadata = {
  title: "Your own app",
  description:
    "Users are signed out at random? Point your NextAuth app at the mock backend, and nine checks say why.",
};

export default YourAppPage;
