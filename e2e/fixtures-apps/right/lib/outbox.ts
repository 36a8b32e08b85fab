import "server-only";
import { revoke } from "./backend";
import { BackendError } from "./backend-error";
import { shared } from "./shared";

const RETRY_MS = 10_000;
const MAX_OWED = 1_000;
/** By then an unused refresh token has expired. */
const GIVE_UP_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Sign-outs that the backend could not hear. Until it does, it honours a refresh token that the app has forgotten, so
 * only its answer takes a token off the list. A timer asks again: nobody's request waits for somebody else's sign-out.
 */
export class Outbox {
  private readonly owed = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  /** Revokes a refresh token, now or later. Resolves after the first attempt, whatever has come of it. */
  async revoke(refreshToken: string): Promise<void> {
    this.owed.set(refreshToken, Date.now() + GIVE_UP_MS);
    this.bound();
    await this.attempt(refreshToken);
    this.schedule();
  }

  private async attempt(refreshToken: string): Promise<boolean> {
    try {
      await revoke(refreshToken);
      return this.owed.delete(refreshToken);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      console.warn(`A sign-out has to be told again: ${error.message}.`);
      return false;
    }
  }

  private schedule(): void {
    if (this.timer !== undefined || this.owed.size === 0) return;
    this.timer = setTimeout(() => void this.round(), RETRY_MS);
    this.timer.unref();
  }

  /** Ends at the first token that is not heard, and begins with another one the next time. */
  private async round(): Promise<void> {
    for (const [refreshToken, until] of [...this.owed]) {
      if (Date.now() > until) {
        this.drop(refreshToken, "its refresh token has expired");
      } else if (!(await this.attempt(refreshToken))) {
        this.owed.delete(refreshToken);
        this.owed.set(refreshToken, until);
        break;
      }
    }
    this.timer = undefined;
    this.schedule();
  }

  private bound(): void {
    const [oldest] = this.owed.keys();
    if (this.owed.size > MAX_OWED && oldest !== undefined) this.drop(oldest, "too many wait");
  }

  private drop(refreshToken: string, why: string): void {
    this.owed.delete(refreshToken);
    console.warn(`The backend was never told of a sign-out: ${why}.`);
  }
}

export const outbox = shared("outbox", () => new Outbox());
