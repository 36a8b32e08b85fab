import { copiedBeforeSignOut } from "@/content/lessons/refresh-rotation/scenarios";
import type { Visitor } from "@/lib/scenario/visitor";
import { whole } from "@/lib/scenario/whole";
import type { AppCheck } from "../check";
import { Failure } from "../failure";
import { AppPlay } from "../scenario/play";

export const signOut: AppCheck = {
  id: "sign-out",
  title: "Sign-out revokes",
  section: { slug: "refresh-rotation", anchor: "signing-out" },
  ages: false,
  expected: "Sign-out ends the sign-in at the backend, and a cookie that was copied before opens nothing.",
  async run(context) {
    const app = new AppPlay(context);
    const putBack = await copiedBeforeSignOut(whole<Visitor>(app.visitor), "ada");
    const told = (await app.lab.family()).startsWith("revoked");
    await putBack();
    const opened = (await app.visitor.open()) === "the notes";
    const { page } = context.profile.protected;
    const wrong = [
      ...(told ? [] : ["the backend still honours the refresh token"]),
      ...(opened ? [`with a copied cookie ${page} still shows ${app.visitor.shown}`] : []),
    ];
    if (wrong.length > 0) throw new Failure(`After sign-out, ${wrong.join(", and ")}.`);
    return "The family is revoked, and a copied cookie opens nothing.";
  },
};
