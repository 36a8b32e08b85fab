import type { Pieces } from "@/content/notes-app/pieces";
import type { LessonMeta } from "@/lib/lesson/meta";

type MetaWithPiece = LessonMeta & { slug: keyof Pieces };
type NameIn<Meta extends LessonMeta> = Meta["variants"][number]["name"];
type RightNameIn<Meta extends LessonMeta> = Extract<Meta["variants"][number], { verdict: "right" }>["name"];

/**
 * What a lesson's `registration.ts` says of its piece, held against the lesson's own `meta.ts` by the compiler: every
 * variant that `meta.ts` names is there, and no other.
 */
export type RegistrationOf<Meta extends MetaWithPiece> = {
  slug: Meta["slug"];
  /** What runs until a lab chooses: a right variant, or another one with the reason. */
  fallback: RightNameIn<Meta> | { variant: NameIn<Meta>; because: string };
  variants: { readonly [Name in NameIn<Meta>]: Pieces[Meta["slug"]] };
};

/** A registration, whatever its variants are called. */
export type Registration<Slug extends keyof Pieces> = {
  slug: Slug;
  fallback: string | { variant: string; because: string };
  variants: Readonly<Record<string, Pieces[Slug]>>;
};
