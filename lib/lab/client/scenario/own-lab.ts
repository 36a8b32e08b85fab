import * as z from "zod/mini";
import type { LabState } from "@/lib/lab/schemas";
import type { LabControl } from "@/lib/scenario/lab-control";
import type { Fault, LabSettings } from "@/lib/scenario/settings";
import type { Thief, Who } from "@/lib/scenario/visitor";
import { userOf } from "@/lib/sign-in/demo-users";
import { changeSettings, eventsAfter, post, readState } from "./calls";
import { OwnThief } from "./thief";

const MINUTE = 60;
/** So long that requests which leave together overlap at the backend, in real milliseconds. */
const OVERLAP_MS = 300;
const MOST_LOOKS = 15;
const LOOK_EVERY_MS = 200;

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.optional(z.string()) });

/** A scenario's lab in the page: the learner's own, in which other sign-ins may have been before. */
export class OwnLab implements LabControl {
  private readonly suspended = new Set<Who>();

  private constructor(private readonly before: LabState) {}

  /** The lab as it is at this moment: a scenario's first sign-in is the next one. */
  static async now(): Promise<OwnLab> {
    return new OwnLab(await readState());
  }

  async advance(seconds: number): Promise<void> {
    await post("/mock-backend/lab/clock", { advance: seconds });
  }

  async accessTtl(): Promise<number> {
    return (await readState()).settings.accessTtl;
  }

  async expire(): Promise<void> {
    await this.advance((await this.accessTtl()) + MINUTE);
  }

  settings(change: Partial<LabSettings>): Promise<void> {
    return changeSettings(change);
  }

  fault(fault: Fault): Promise<void> {
    return this.settings({ fault });
  }

  async atOnce(act: () => Promise<unknown>): Promise<void> {
    await this.settings({ latencyMs: OVERLAP_MS });
    await act();
    await this.settings({ latencyMs: 0 });
  }

  async rotateKeys(): Promise<void> {
    await post("/mock-backend/lab/keys/rotate");
  }

  async suspend(who: Who): Promise<void> {
    this.suspended.add(who);
    await setSuspended(who, true);
  }

  /** Gives the learner back what was theirs: the settings, and users who may sign in. */
  async restore(): Promise<void> {
    await this.settings(this.before.settings);
    for (const who of this.suspended) await setSuspended(who, false);
  }

  /** What was recorded since. */
  events() {
    return eventsAfter(this.before.lastSeq);
  }

  stealTokens(): Promise<Thief> {
    return OwnThief.ofSession();
  }

  async stealNewest(): Promise<Thief> {
    const issuing = (await this.events()).findLast(
      ({ type, tokens }) => type === "response" && tokens.some(({ role }) => role === "issued"),
    );
    const body = issuing?.detail?.response?.body;
    const tokens = tokensSchema.parse(typeof body === "string" ? JSON.parse(body) : body);
    return new OwnThief(tokens.refresh_token ?? "", tokens.access_token);
  }

  async notesOf(who: Who): Promise<string[]> {
    const { notes } = await readState();
    return notes.filter(({ ownerId }) => ownerId === `user-${who}`).map(({ title }) => title);
  }

  async family(ordinal = 1): Promise<string> {
    const { status, reason } = this.familyIn(await readState(), ordinal) ?? {};
    return [status, reason].filter((part) => part).join(": ");
  }

  async holds(ordinal = 1): ReturnType<LabControl["holds"]> {
    const state = await readState();
    const { refresh = [] } = this.familyIn(state, ordinal) ?? {};
    const current = refresh.find(({ status }) => status === "current")?.generation;
    const held = state.holders.browser.refresh ?? state.holders.next.refresh;
    return held === current ? "the one that the backend honours" : "another";
  }

  async untilEnded(ordinal = 1): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      if ((await this.family(ordinal)) === "revoked: signed-out") return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  private familyIn({ families }: LabState, ordinal: number) {
    const last = Math.max(0, ...this.before.families.map((family) => family.ordinal));
    return families.find((family) => family.ordinal === last + ordinal);
  }
}

/** Has Ada, an admin, suspend or reinstate somebody at the backend. */
async function setSuspended(who: Who, suspended: boolean): Promise<void> {
  const { email, password } = userOf("ada");
  const login = await post("/mock-backend/v1/auth/login", { email, password });
  const { access_token } = tokensSchema.parse(await login.json());
  await fetch(`/mock-backend/v1/admin/users/user-${who}`, {
    method: "PATCH",
    headers: { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ suspended }),
  });
}
