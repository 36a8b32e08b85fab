import type { LessonMeta } from "@/lib/lesson/meta";

type Listed = Pick<LessonMeta, "slug" | "title" | "summary">;

/**
 * The site's `llms.txt`: a description, and links to each lesson as Markdown.
 *
 * @see https://llmstxt.org
 */
export function llmsText(lessons: readonly Listed[]): string {
  const list = lessons.map(({ slug, title, summary }) => `- [${title}](/lessons/${slug}.md): ${summary}`);
  return `# Silent Refresh

> A tutorial and a laboratory about NextAuth (next-auth 4, Next.js) in front of your own JWT backend: signing in with the credentials provider, access tokens that expire and refresh tokens that rotate, Server Actions, and what goes wrong with each.

Every lesson below is the whole lesson as Markdown, with the code that the site runs. A sentence marked "(claim 3, check \`name\`)" is a statement about behaviour that a browser test of that name proves. S, A and R with a number stand for a session cookie, an access token and a refresh token of that generation.

## Lessons

${list.join("\n")}

## Around them

- [Your own app](/your-app): nine checks for a NextAuth app that you already have
- [Hosting](/hosting): the site behind nginx and behind Caddy
- [Glossary](/glossary): the terms, each in a sentence or two
- [Changes](/changes): what changed, and when
`;
}
