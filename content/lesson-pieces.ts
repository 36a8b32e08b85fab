/** Every lesson that has a piece of its own, a line each. */
export { registration as "access-token-anatomy" } from "./lessons/access-token-anatomy/registration";
export { registration as "credentials-provider" } from "./lessons/credentials-provider/registration";
export { registration as "refresh-rotation" } from "./lessons/refresh-rotation/registration";
export { registration as "server-action-protection" } from "./lessons/server-action-protection/registration";
export { registration as "ship-it" } from "./lessons/ship-it/registration";
export { registration as "signing-out" } from "./lessons/signing-out/registration";
export { registration as "tokens-and-the-browser" } from "./lessons/tokens-and-the-browser/registration";
