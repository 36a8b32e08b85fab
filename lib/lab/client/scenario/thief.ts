import * as z from "zod/mini";
import type { Thief } from "@/lib/scenario/visitor";
import { post, readTokens } from "./calls";

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.optional(z.string()) });

/** Somebody with a copy of tokens, drawn in the timeline's lane of the attacker. */
export class OwnThief implements Thief {
  constructor(
    private refreshToken: string,
    private accessToken: string,
  ) {}

  /** Copies what this browser's session stands for, as whoever steals it would. The lab sees it in their hands. */
  static async ofSession(): Promise<OwnThief> {
    const { accessToken, refreshToken } = await readTokens();
    await post("/mock-backend/lab/events", {
      type: "note",
      from: "attacker",
      to: "attacker",
      name: "tokens.copied",
      outcome: "info",
      text: "The attacker has a copy of this browser's tokens.",
      carries: { accessToken, refreshToken },
      holds: { holder: "attacker", accessToken, refreshToken },
    });
    return new OwnThief(refreshToken ?? "", accessToken ?? "");
  }

  async refresh(): Promise<number> {
    const body = { refresh_token: this.refreshToken };
    const answer = await post("/mock-backend/v1/auth/refresh", body, "attacker");
    if (answer.ok) {
      const tokens = tokensSchema.parse(await answer.json());
      this.refreshToken = tokens.refresh_token ?? this.refreshToken;
      this.accessToken = tokens.access_token;
    }
    return answer.status;
  }

  async readNotes(): Promise<number> {
    const headers = { Authorization: `Bearer ${this.accessToken}`, "X-Lab-Actor": "attacker" };
    return (await fetch("/mock-backend/v1/notes", { headers, cache: "no-store" })).status;
  }
}
