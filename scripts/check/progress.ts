import type { CheckResult } from "@/lib/check/report";
import type { Planned } from "./plan";
import { printable } from "./printable";
import { progressLine } from "./table";

type Terminal = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

const START_OF_LINE = "\r\u001b[2K";

/**
 * Says how far the checks are: in a terminal one line that changes, elsewhere (CI, a file) one line for each check.
 */
export class Progress {
  private done = 0;

  constructor(
    private readonly total: number,
    private readonly terminal: Terminal = process.stdout,
  ) {}

  /** @param who the site's name, where several are checked */
  started({ lesson, check, variant }: Planned, who = ""): void {
    if (!this.terminal.isTTY) return;
    const line = `${this.done}/${this.total} ${who} ${lesson} ${check} ${variant ?? ""}`;
    this.terminal.write(START_OF_LINE + printable(line).slice(0, (this.terminal.columns ?? 80) - 1));
  }

  ended(result: CheckResult, who = ""): void {
    this.done += 1;
    if (this.terminal.isTTY) return;
    const count = `${String(this.done).padStart(String(this.total).length)}/${this.total}`;
    this.terminal.write(`${count}  ${who === "" ? "" : `${printable(who)}  `}${progressLine(result)}\n`);
  }

  /** Makes room for what comes after. */
  finish(): void {
    if (this.terminal.isTTY) this.terminal.write(START_OF_LINE);
  }
}
