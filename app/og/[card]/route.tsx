import { previewCards } from "@/content/site/preview-cards";
import { drawCard } from "@/lib/preview/draw-card";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return previewCards.map(({ name }) => ({ card: `${name}.png` }));
}

/** The pictures that link previews show, drawn when the site is built. */
export async function GET(_: Request, { params }: RouteContext<"/og/[card]">) {
  const { card: file } = await params;
  const card = previewCards.find(({ name }) => file === `${name}.png`);
  return card ? drawCard(card) : new Response(null, { status: 404 });
}
