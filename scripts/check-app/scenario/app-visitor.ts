import { type Told, unknown } from "@/lib/scenario/see";
import type { Seen } from "@/lib/scenario/seen";
import type { Visitor as ScenarioVisitor, SessionAnswer, Tab } from "@/lib/scenario/visitor";
import { whole } from "@/lib/scenario/whole";
import type { CheckContext } from "../check";
import { Failure } from "../failure";
import type { Visitor } from "../visitor";
import type { AppLab } from "./app-lab";
import { expectSignedIn } from "./still-in";

/**
 * A scenario's visitor in a stranger's app: through the pages that the profile names, and NextAuth's own endpoint. What
 * such an app says of errors in its session is its own convention, and so is what it shows while its backend is away.
 */
export class AppVisitor implements Partial<ScenarioVisitor> {
  private signedInVisitor: Visitor | undefined;
  private isLooking = false;
  /** What the last page showed, in the words of a report. */
  shown = "";

  /** @param readsFirst whether a page whose Server Components read the session is opened before each look */
  constructor(
    private readonly context: CheckContext,
    private readonly lab: AppLab,
    private readonly readsFirst: boolean,
  ) {
    lab.leavePage = () => this.leavePage();
  }

  /** Once for all the scenarios of a check: a check's patience counts from the sign-in. */
  async signIn(): Promise<void> {
    this.signedInVisitor ??= await this.context.signedIn();
  }

  async signOut(): Promise<void> {
    await this.visitor.signOut();
  }

  /** "the notes" stands for the page that only a signed-in user sees. */
  async open(): Promise<Seen> {
    if (this.readsFirst) await this.visitor.openSessionPage();
    const { signedIn, asksToSignIn, what } = await this.visitor.openProtected();
    this.isLooking = true;
    this.shown = what;
    if (this.lab.presentFault === "none") return signedIn ? "the notes" : what;
    if (asksToSignIn && this.lab.presentFault === "refresh-only") {
      const { page } = this.context.profile.protected;
      throw new Failure(`While the token endpoint alone was down, ${page} showed ${what}.`);
    }
    return "a backend that is away";
  }

  async status(): Promise<Told<number>> {
    return unknown;
  }

  async session(): Promise<SessionAnswer> {
    await this.visitor.readSession();
    return { error: unknown };
  }

  /** The session and the page by turns: apps differ in where they refresh. */
  async askAtOnce(times: number): Promise<Told<undefined>[]> {
    const { page } = this.context.profile.protected;
    const asking = Array.from({ length: times }, (_, index) =>
      index % 2 === 0 ? this.visitor.readSession() : this.visitor.html(page),
    );
    return (await Promise.all(asking)).map(() => unknown);
  }

  /** The copy is in a browser of its own, which has nothing else of the owner's. */
  async copyCookie(): Promise<() => Promise<void>> {
    const copied = await this.visitor.sessionCookies();
    return async () => {
      const thief = await this.context.visitor();
      await thief.context.addCookies(copied);
      this.signedInVisitor = thief;
    };
  }

  /** A tab is opened when it is come back to: in between, scripts of the app's own would refresh as they like. */
  async tab(): Promise<Tab> {
    return whole<Tab>({
      open: async () => {},
      comeBack: async () => void (await this.session()),
      close: async () => {},
    });
  }

  async comeBackTogether(...tabs: Tab[]): Promise<void> {
    for (const seen of await this.visitor.openProtectedInTabs(tabs.length)) {
      expectSignedIn(seen, this.context, "in one of two tabs opened after expiry");
    }
  }

  /** Not between two looks: the second must not come when another refresh is due. */
  private async leavePage(): Promise<void> {
    if (this.isLooking) await this.visitor.leave();
    this.isLooking = false;
  }

  private get visitor(): Visitor {
    if (this.signedInVisitor === undefined) throw new Error("the scenario has signed nobody in");
    return this.signedInVisitor;
  }
}
