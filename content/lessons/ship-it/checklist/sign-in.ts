import { signIn } from "./explained-in";
import type { Group } from "./line";

export const signInGroup: Group = {
  id: "sign-in",
  title: "Sign-in",
  lines: [
    {
      id: "two-fields",
      text: "Two fields go out, named one by one.",
      ...signIn("going-out-two-fields-and-not-for-ever", "named-fields"),
      live: true,
    },
    {
      id: "same-refusal",
      text: "A wrong password and an unknown user get the same answer.",
      ...signIn("what-it-does-right", "uniform-refusal"),
    },
    {
      id: "locked-out",
      text: "Who is locked out is told for how long.",
      ...signIn("four-errors-and-no-others", "retry-after"),
    },
    {
      id: "outage-is-named",
      text: "An outage is called an outage.",
      ...signIn("four-errors-and-no-others", "outage"),
      live: true,
    },
    {
      id: "no-waiting-for-ever",
      text: "A backend that never answers is given up on.",
      ...signIn("going-out-two-fields-and-not-for-ever", "timeout"),
    },
    {
      id: "nonsense-signs-nobody-in",
      text: "A reply is parsed before it is believed.",
      ...signIn("coming-back-parse-or-refuse", "malformed"),
      live: true,
    },
  ],
};
