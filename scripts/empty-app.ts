import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { next, ROOT } from "./next";

/** Inside the project, so that it builds with the same Next and React; ignored by git. */
const FOLDER = path.join(ROOT, ".measure");

const FILES: Record<string, string> = {
  // Without one of its own, Next takes the project's.
  "next.config.mjs": "export default {};\n",
  "app/layout.jsx":
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  "app/page.jsx": "export default function Page() {\n  return <p>empty</p>;\n}\n",
};

/**
 * Builds a Next app with one page and nothing on it, hands its folder over and removes it afterwards.
 *
 * @throws Error when it does not build
 */
export async function withEmptyApp<T>(use: (folder: string) => Promise<T>): Promise<T> {
  rmSync(FOLDER, { recursive: true, force: true });
  try {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(FOLDER, file)), { recursive: true });
      writeFileSync(path.join(FOLDER, file), text);
    }
    if ((await next(["build", FOLDER])) !== 0) throw new Error("the empty app does not build");
    return await use(FOLDER);
  } finally {
    rmSync(FOLDER, { recursive: true, force: true });
  }
}
