import "@/lib/ui/theme.css";
import "@/lib/ui/base.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { previewCard, sharedPreview } from "@/content/site/preview-cards";
import { readSiteUrl } from "@/lib/env";
import { mono, text } from "@/lib/ui/fonts";
import { SearchIsland } from "@/lib/ui/search/search-island";
import { Enhance } from "@/lib/ui/shell/enhance";
import { ThemeScript } from "@/lib/ui/shell/theme-script";

export const metadata: Metadata = {
  // What a link's preview shows is named by its whole address, and a page is made when the site is built.
  metadataBase: readSiteUrl(),
  title: {
    default: "Silent Refresh: NextAuth in front of your own JWT backend",
    template: "%s · Silent Refresh",
  },
  description:
    "Sign in for real, watch an access token die and a new one arrive, break it the way production breaks it, fix it, and let a check say whether your fix holds.",
  applicationName: "Silent Refresh",
  openGraph: { ...sharedPreview, type: "website", images: [previewCard("site")] },
  twitter: { card: "summary_large_image" },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#111318" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${text.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        {children}
        <Enhance />
        <SearchIsland />
      </body>
    </html>
  );
}
