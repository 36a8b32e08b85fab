/** The wait before an attempt: 0.5 s, doubled each time, 15 s at most, with jitter to spread the labs' attempts. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(15_000, 500 * 2 ** Math.max(0, attempt - 1));
  return full * (0.75 + random() * 0.25);
}
