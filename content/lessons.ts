/** Every lesson of the site, a line each, in any order: a lesson's place is the `order` of its `meta.ts`. */
export { lesson as "access-token-anatomy" } from "./lessons/access-token-anatomy";
export { lesson as "credentials-provider" } from "./lessons/credentials-provider";
export { lesson as "refresh-rotation" } from "./lessons/refresh-rotation";
export { lesson as "server-action-protection" } from "./lessons/server-action-protection";
export { lesson as "ship-it" } from "./lessons/ship-it";
export { lesson as "signing-out" } from "./lessons/signing-out";
export { lesson as "start" } from "./lessons/start";
export { lesson as "tokens-and-the-browser" } from "./lessons/tokens-and-the-browser";
