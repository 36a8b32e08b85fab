import type { NotesClient } from "../pieces";

type Loader = () => Promise<{ client: NotesClient }>;

/** Each variant's script, loaded when it is the chosen one. */
const loaders: Record<string, Loader> = {
  "token-on-session": () =>
    import("@/content/lessons/tokens-and-the-browser/variants/token-on-session-client"),
  "token-from-route": () =>
    import("@/content/lessons/tokens-and-the-browser/variants/token-from-route-client"),
  "open-proxy": () => import("@/content/lessons/tokens-and-the-browser/variants/open-proxy-client"),
  bff: () => import("@/content/lessons/tokens-and-the-browser/variants/bff-client"),
};

/** The exercise's, and that of whatever is proved against its checks: it takes the door that it finds. */
const fallbackLoader: Loader = () => import("@/content/lessons/tokens-and-the-browser/yours-client");

/** @param variant of lesson 5, by its name */
export async function notesClient(variant: string): Promise<NotesClient> {
  return (await (loaders[variant] ?? fallbackLoader)()).client;
}
