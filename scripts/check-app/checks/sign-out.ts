import type { AppCheck } from "../check";
import { Failure } from "../failure";

export const signOut: AppCheck = {
  id: "sign-out",
  title: "Sign-out revokes",
  section: { slug: "refresh-rotation", anchor: "signing-out" },
  ages: false,
  expected: "Sign-out ends the sign-in at the backend, and a cookie that was copied before opens nothing.",
  async run({ signedIn, visitor, backend, profile }) {
    const owner = await signedIn();
    const copied = await owner.sessionCookies();
    await owner.signOut();
    const [family] = (await backend.state()).families;
    const told = family?.status === "revoked";
    const thief = await visitor();
    await thief.context.addCookies(copied);
    const { signedIn: opened, what } = await thief.openProtected();
    const wrong = [
      ...(told ? [] : ["the backend still honours the refresh token"]),
      ...(opened ? [`with a copied cookie ${profile.protected.page} still shows ${what}`] : []),
    ];
    if (wrong.length > 0) throw new Failure(`After sign-out, ${wrong.join(", and ")}.`);
    return "The family is revoked, and a copied cookie opens nothing.";
  },
};
