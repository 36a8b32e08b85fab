import type { LateAnswer, Tab } from "@/lib/scenario/visitor";

/** Request header of the lab: how long the finished answer is on its way, in milliseconds. */
export const HOLD_HEADER = "X-Lab-Hold";
/** How long a late answer is on its way, in real milliseconds, as long as the lab holds one back at most. */
const LATE_MS = 5_000;

const MOST_LOOKS = 200;
const LOOK_EVERY_MS = 50;

/** What becomes of the next request for the session. */
type Next = { holdMs?: number; gate?: Promise<void> };

/** A real page of the app in a frame that nobody sees, with the app's own scripts in it. */
export class FrameTab implements Tab {
  private readonly frame = document.createElement("iframe");
  private readonly waiting: (() => void)[] = [];
  private asked = 0;
  private next: Next = {};

  async open(path = "/notes"): Promise<void> {
    hide(this.frame);
    this.frame.src = path;
    const loaded = new Promise((resolve) => this.frame.addEventListener("load", resolve, { once: true }));
    document.body.append(this.frame);
    await loaded;
    this.listen();
  }

  async comeBack(): Promise<void> {
    await Promise.all([this.nextAnswer(), this.becomeVisible()]);
  }

  async comeBackSlowly(): Promise<LateAnswer> {
    this.next = { holdMs: LATE_MS };
    const landed = this.nextAnswer();
    await this.becomeVisible();
    // Made by the time that NextAuth has answered something that it was asked afterwards.
    await fetch("/api/auth/csrf", { cache: "no-store" });
    return { land: () => landed };
  }

  static async comeBackTogether(...tabs: FrameTab[]): Promise<void> {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const answers = tabs.map((tab) => {
      tab.next = { gate };
      return tab.nextAnswer();
    });
    await Promise.all(tabs.map((tab) => tab.becomeVisible()));
    open();
    await Promise.all(answers);
  }

  nextAnswer(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async close(): Promise<void> {
    this.frame.remove();
  }

  /** Looks on, from outside, as NextAuth's client in the page asks for the session. */
  private listen(): void {
    const page = this.frame.contentWindow as (Window & typeof globalThis) | null;
    if (page === null) throw new Error("the frame holds no page");
    const send = page.fetch.bind(page);
    page.fetch = async (input, init) => {
      if (!String(input).endsWith("/api/auth/session")) return send(input, init);
      const { holdMs, gate } = this.next;
      this.next = {};
      this.asked += 1;
      await gate;
      // Whoever waits for the next answer waits for this one, or for one that was asked for later.
      const waiting = holdMs === undefined ? this.waiting : this.waiting.splice(0);
      const headers = { ...init?.headers, ...(holdMs !== undefined && { [HOLD_HEADER]: String(holdMs) }) };
      try {
        // The browser's own cache would have two tabs ask for the same address one after the other.
        return await send(input, { ...init, headers, cache: "no-store" });
      } finally {
        for (const answered of waiting.splice(0)) answered();
      }
    };
  }

  /** NextAuth's client asks when its page becomes visible, and hears of it only once the page's scripts have run. */
  private async becomeVisible(): Promise<void> {
    const page = this.frame.contentDocument;
    if (page === null) throw new Error("the frame holds no page");
    // The learner may have turned to another tab of the browser meanwhile.
    Object.defineProperty(page, "visibilityState", { configurable: true, get: () => "visible" });
    const { asked } = this;
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      page.dispatchEvent(new Event("visibilitychange"));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      if (this.asked > asked) return;
    }
    throw new Error("NextAuth's client in the frame asks for no session");
  }
}

/** Out of sight and out of reach, and laid out all the same: a frame that is not drawn runs no animation frames. */
function hide(frame: HTMLIFrameElement): void {
  frame.inert = true;
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  frame.style.cssText = "position: fixed; left: -10000px; visibility: hidden";
}
