export interface Logins {
  /** Reserves an attempt, or says how long to wait. One step, so that a burst gets no more than a queue. */
  begin(email: string, now: number): Promise<{ readonly waitMs: number }>;
  /** Gives a reserved attempt back: its password was never looked at. */
  release(email: string): Promise<void>;
  /** Settles a reserved attempt. @returns the lock that it caused, in milliseconds; 0 for none */
  settle(email: string, passed: boolean, now: number): Promise<{ readonly lockMs: number }>;
}
