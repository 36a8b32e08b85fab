import { BadInput, run } from "./fail";
import { layLesson } from "./lesson/new-lesson";
import { ROOT } from "./next";

/** `npm run new-lesson <slug>`: lays a small lesson that passes, to be written over. */
await run(async () => {
  const [slug, ...more] = process.argv.slice(2);
  if (slug === undefined || more.length > 0)
    throw new BadInput("Name one lesson: npm run new-lesson remember-me");
  const files = await layLesson(ROOT, slug);
  console.log(
    `${files.join("\n")}\n\nSee it: npm run dev, then /lessons/${slug}. What it must keep: npm run unit -- scripts/lesson`,
  );
  return 0;
});
