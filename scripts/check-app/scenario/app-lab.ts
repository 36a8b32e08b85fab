import type { LabControl } from "@/lib/scenario/lab-control";
import { type Told, unknown } from "@/lib/scenario/see";
import type { Fault } from "@/lib/scenario/settings";
import type { CheckContext } from "../check";
import type { Settings } from "../mock-backend";

/** So long that requests which leave together overlap at the backend. */
const OVERLAP_MS = 300;

/**
 * A scenario's lab around a stranger's app: the mock backend that the app talks to. Nobody can move the app's clock, so
 * an expiry is waited for (docs/decisions/0016-a-strangers-clock.md), and only the backend says what became of it.
 */
export class AppLab implements Partial<LabControl> {
  private expiries = 0;
  private failing: Fault = "none";
  /** Leaves the page that was looked at last: what its own script does would be no step of the scenario. */
  leavePage = async (): Promise<void> => {};
  /** Whether the access token had expired while the token endpoint alone was down. */
  expiredMeanwhile = true;

  /** @param outlastSeconds how long every expiry but the first is waited for at least */
  constructor(
    private readonly context: CheckContext,
    private readonly outlastSeconds: number,
  ) {}

  get presentFault(): Fault {
    return this.failing;
  }

  async expire(): Promise<void> {
    await this.leavePage();
    await this.expectRefreshAsked();
    await this.context.untilDue(this.expiries === 0 ? 0 : this.outlastSeconds);
    this.expiries += 1;
  }

  /** @throws Mistimed when nobody asked for a refresh since the last expiry, which then was none */
  async expectRefreshAsked(): Promise<void> {
    if (this.expiries > 0) await this.context.expectRefreshAsked();
  }

  async settings(change: Settings): Promise<void> {
    await this.context.backend.set(change);
  }

  async fault(fault: Fault): Promise<void> {
    await this.leavePage();
    if (fault === "none") await this.expectRefreshAsked();
    await this.settings({ fault });
    this.failing = fault;
    if (fault === "refresh-only") this.expiredMeanwhile = await this.context.untilExpired();
  }

  async atOnce(act: () => Promise<unknown>): Promise<void> {
    await this.settings({ latencyMs: OVERLAP_MS });
    await act();
    await this.settings({ latencyMs: 0 });
  }

  async family(ordinal = 1): Promise<string> {
    await this.leavePage();
    const family = (await this.context.backend.state()).families[ordinal - 1];
    return [family?.status, family?.reason].filter((part) => part).join(": ");
  }

  async holds(): Promise<Told<never>> {
    return unknown;
  }
}
