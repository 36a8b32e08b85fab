import type { LabControl } from "@/lib/scenario/lab-control";
import type { Scenario } from "@/lib/scenario/scenario";
import { ScenarioFailed } from "@/lib/scenario/see";
import type { Visitor } from "@/lib/scenario/visitor";
import { whole } from "@/lib/scenario/whole";
import type { CheckContext } from "../check";
import { Failure } from "../failure";
import { AppLab } from "./app-lab";
import { AppVisitor } from "./app-visitor";
import { expectFamilyActive, sentence } from "./still-in";

/** How a report says when something was seen, by the scenario's own words for it. */
type Whens = { afterwards: string; [when: string]: string };

type Options = {
  /** A longer wait for every expiry but the first, where an app's own memory has to be outlasted. */
  outlastSeconds?: number;
  /** Opens the page whose Server Components read the session before each look at the protected one. */
  readsFirst?: boolean;
};

/** One stranger's app, for a check to play a lesson's scenarios in, one after the other. */
export class AppPlay {
  readonly lab: AppLab;
  readonly visitor: AppVisitor;

  constructor(
    private readonly context: CheckContext,
    { outlastSeconds = 0, readsFirst = false }: Options = {},
  ) {
    this.lab = new AppLab(context, outlastSeconds);
    this.visitor = new AppVisitor(context, this.lab, readsFirst);
  }

  /**
   * Plays a scenario.
   *
   * @throws Failure in the report's words when something does not hold
   */
  async play(scenario: Scenario, whens: Whens): Promise<void> {
    try {
      await scenario.play(whole<Visitor>(this.visitor), whole<LabControl>(this.lab));
    } catch (error) {
      if (error instanceof ScenarioFailed) await this.fail(error, whens);
      throw error;
    }
    await this.lab.expectRefreshAsked();
  }

  private async fail({ sentence: seen }: ScenarioFailed, whens: Whens): Promise<never> {
    const [, own = "afterwards", what] = /^(.*), (a page shows|the token family is)$/.exec(seen) ?? [];
    const when = own === "once more" ? `${whens.afterwards}, and opened once more` : (whens[own] ?? own);
    if (what === "the token family is") await expectFamilyActive(this.context, when);
    const { page } = this.context.profile.protected;
    throw new Failure(`${sentence(when)}, ${page} shows ${this.visitor.shown}.`);
  }
}
