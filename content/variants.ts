import * as registered from "@/content/lesson-pieces";
import type { AppPieces, Pieces, SwitchableSlug, VerifierPiece } from "@/content/notes-app/pieces";
import type { Registration } from "@/content/registration";
import { underProof } from "@/content/under-proof";
import type { VariantChoice } from "@/lib/lab/server/cookies";

/** A lesson that `Pieces` names and that registers nothing does not compile. */
const registrations: { readonly [Slug in keyof Pieces]: Registration<Slug> } = registered;

/** The names of a lesson's variants. Those under proof have others, which no type knows. */
type NameOf<Slug extends keyof Pieces> = Extract<keyof (typeof registered)[Slug]["variants"], string>;
/** Lesson 3's variants: the app's forms and its proxy pick theirs by name. */
export type ActionsName = NameOf<"server-action-protection">;

const isSwitchable = (slug: string): slug is SwitchableSlug => slug !== "ship-it";

/** What a lab can choose from. */
const lessons = Object.keys(registrations)
  .filter(isSwitchable)
  .map((slug) => ({ slug, names: [...variantsOf(slug).keys()] }));

/** A lesson's variants by name: its own, and those that are under proof. */
export function variantsOf<Slug extends keyof Pieces>(slug: Slug): ReadonlyMap<string, Pieces[Slug]> {
  const own = Object.entries<Pieces[Slug]>(registrations[slug].variants);
  return new Map([...own, ...Object.entries<Pieces[Slug]>(underProof[slug] ?? {})]);
}

function fallbackOf(slug: SwitchableSlug): string {
  const { fallback } = registrations[slug];
  return typeof fallback === "string" ? fallback : fallback.variant;
}

type Chosen<Slug extends SwitchableSlug> = { name: NameOf<Slug>; piece: Pieces[Slug] };

/** The variant of a lesson that the lab has chosen: the fallback where its choice is missing or unknown. */
function chosen<Slug extends SwitchableSlug>(slug: Slug, choice: VariantChoice): Chosen<Slug> {
  const variants = variantsOf(slug);
  const isName = (name: string): name is NameOf<Slug> => variants.has(name);
  for (const name of [choice[slug] ?? "", fallbackOf(slug)]) {
    const piece = variants.get(name);
    if (piece !== undefined && isName(name)) return { name, piece };
  }
  throw new Error(`${slug} has no variant ${fallbackOf(slug)} to fall back on`);
}

/** The lessons whose piece a lab can switch, with the names of its variants. */
export function switchableLessons(): readonly { slug: string; names: readonly string[] }[] {
  return lessons;
}

/** @returns the choice with every lesson named: an unknown or missing variant becomes the lesson's fallback */
export function completeChoice(choice: VariantChoice): VariantChoice {
  return Object.fromEntries(lessons.map(({ slug }) => [slug, chosen(slug, choice).name]));
}

/** @returns the first entry that names no lesson or no variant of it, or null when all are known */
export function unknownVariant(choice: VariantChoice): { lesson: string; variant: string } | null {
  for (const [lesson, variant] of Object.entries(choice)) {
    if (!lessons.find(({ slug }) => slug === lesson)?.names.includes(variant)) return { lesson, variant };
  }
  return null;
}

/** The implementations that the lab's choice makes one NextAuth configuration of. */
export function chosenPieces(choice: VariantChoice): AppPieces {
  return {
    credentials: chosen("credentials-provider", choice).piece,
    refresh: chosen("refresh-rotation", choice).piece,
    browserData: chosen("tokens-and-the-browser", choice).piece,
    signOut: chosen("signing-out", choice).piece,
    guardPages: chosen("server-action-protection", choice).piece.guardPages,
  };
}

/** The variant whose Server Actions the app's forms post to. */
export function chosenActions(choice: VariantChoice): ActionsName {
  return chosen("server-action-protection", choice).name;
}

/** The variant whose script runs on the page that fetches its notes itself. */
export function chosenBrowserData(choice: VariantChoice): NameOf<"tokens-and-the-browser"> {
  return chosen("tokens-and-the-browser", choice).name;
}

/** The verifier that the invoices API goes by. */
export function chosenVerifier(choice: VariantChoice): VerifierPiece {
  return chosen("access-token-anatomy", choice).piece;
}
