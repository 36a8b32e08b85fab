import { browserData, signIn, start } from "./explained-in";
import type { Group } from "./line";

export const theSessionGroup: Group = {
  id: "the-session",
  title: "The session",
  lines: [
    {
      id: "no-token-in-session",
      text: "No token in the session’s JSON, the page, the address or a script.",
      ...signIn("into-the-cookie-and-no-further", "no-token-in-client"),
      live: true,
    },
    {
      id: "one-lifetime",
      text: "`session.maxAge` and `jwt.maxAge` agree, and the cookie is `HttpOnly`, `SameSite` and for this host.",
      ...signIn("one-lifetime-said-twice", "cookie-lifetime"),
      live: true,
    },
    {
      id: "role-not-raised",
      text: "Nothing that `update()` sends gets into the token.",
      ...signIn("into-the-cookie-and-no-further", "update-cannot-raise-role"),
      live: true,
    },
    {
      id: "received",
      text: "Nothing that the browser receives holds a token, on whatever way.",
      ...browserData("in-memory-is-not-hidden", "received"),
    },
    {
      id: "other-paths",
      text: "What the app passes on to the backend is named, one operation at a time.",
      ...browserData("a-server-that-goes-anywhere", "other-paths"),
    },
    {
      id: "other-site",
      text: "A page on another site writes nothing.",
      ...browserData("another-sites-page", "other-site"),
    },
    {
      id: "not-a-bearer-token",
      text: "The session cookie is not taken for an access token.",
      ...start("the-session-cookie", "cookie-is-not-a-bearer-token"),
    },
  ],
};
