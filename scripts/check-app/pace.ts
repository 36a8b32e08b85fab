import { setTimeout as wait } from "node:timers/promises";
import { lastIssuedAt, type MockBackend, type Settings } from "./mock-backend";

/** When an app refreshes: so long before its access token ends, when the backend refuses that, not at all, or always. */
export type RefreshMargin = { kind: "early"; seconds: number } | { kind: "refused" | "never" | "always" };

/** The mock backend honours an access token so long past its end. */
export const LEEWAY_SECONDS = 2;

/** Seconds from a token's issue until the app wants the next: enough to sign in and get ready. */
const READY_SECONDS = 3;
/** Apps count in whole seconds, at one end or at both. */
const ROUNDING_SECONDS = 2;
const LONG_SECONDS = 900;
const POLL_MS = 100;
/** A check waits no longer than this for the expiry of a token that the app would have replaced long before. */
const MAX_UNUSED_SECONDS = 60;

/**
 * The app under test decides by its own, real clock whether a token has aged, and a check cannot move that clock. So the
 * backend gives out tokens that become due for a refresh after a few real seconds: see
 * docs/decisions/0016-a-strangers-clock.md.
 */
export class Pace {
  /** @param patience 1, and more where a machine is slow */
  constructor(
    private readonly backend: MockBackend,
    readonly refreshMargin: RefreshMargin,
    private readonly patience: number,
  ) {}

  /** The lifetime that makes the app want a refresh soon after sign-in, and not at once. */
  get settings(): Settings {
    return { accessTtl: this.unusedSeconds + READY_SECONDS * this.patience };
  }

  /** The lifetime for checks that need no aged token, in seconds. */
  get longSettings(): Settings {
    return { accessTtl: this.unusedSeconds + LONG_SECONDS };
  }

  private get unusedSeconds(): number {
    return this.refreshMargin.kind === "early" ? Math.ceil(this.refreshMargin.seconds) : 0;
  }

  /**
   * Resolves when the app's newest access token is due for a refresh.
   *
   * @param atLeastSeconds a longer wait, where an app's own memory has to be outlasted
   */
  async untilDue(atLeastSeconds = 0): Promise<void> {
    const leeway = this.refreshMargin.kind === "early" ? 0 : LEEWAY_SECONDS;
    const ageSeconds = (READY_SECONDS + ROUNDING_SECONDS) * this.patience + leeway;
    await this.untilAge(Math.max(ageSeconds, atLeastSeconds));
  }

  /**
   * Resolves when the app's newest access token has expired, for the app and for the backend.
   *
   * @returns false, at once, when that would take minutes
   */
  async untilExpired(): Promise<boolean> {
    if (this.unusedSeconds > MAX_UNUSED_SECONDS) return false;
    const lifetime = this.unusedSeconds + READY_SECONDS * this.patience;
    await this.untilAge(lifetime + LEEWAY_SECONDS + ROUNDING_SECONDS);
    return true;
  }

  private async untilAge(seconds: number): Promise<void> {
    const issuedAt = lastIssuedAt(await this.backend.events()) ?? (await this.backend.now());
    const due = issuedAt + seconds * 1000;
    while ((await this.backend.now()) < due) await wait(POLL_MS);
  }
}
