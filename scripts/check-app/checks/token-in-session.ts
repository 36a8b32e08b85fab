import type { AppCheck } from "../check";
import { Failure } from "../failure";

/** The form of a signed JWT (RFC 7515 §3.1). */
const JWT = /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{20,}/;

export const tokenInSession: AppCheck = {
  id: "token-in-session",
  title: "Token in the session",
  section: { slug: "credentials-provider", anchor: "it-hands-the-tokens-to-every-script" },
  ages: false,
  expected:
    "Neither the session's JSON nor a page's HTML holds a token: any script on the page could read it.",
  async run({ signedIn, backend, profile }) {
    const visitor = await signedIn();
    const session = `${profile.authPath}/session`;
    const places = [
      { name: session, text: (await visitor.readSession()).text },
      { name: `the HTML of ${profile.protected.page}`, text: await visitor.html(profile.protected.page) },
    ];
    const tokens = await backend.issuedTokens();
    for (const { name, text } of places) {
      if (tokens.some((token) => text.includes(token))) throw new Failure(`A token can be read in ${name}.`);
      if (JWT.test(text)) throw new Failure(`A JWT can be read in ${name}.`);
    }
    return `No token in ${places.map(({ name }) => name).join(" or ")}.`;
  },
};
