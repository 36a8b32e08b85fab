import type { NextRequest } from "next/server";
import { answerInLab } from "@/lib/lab/server/answer-in-lab";
import { lootSchema, recordTaken } from "@/lib/lab/server/loot";

/**
 * `POST /api/lab/collect`: where the script on the page sends what it took. On the web this is a server of the
 * attacker's; in a lab it is written to the timeline, which only this lab reads.
 */
export async function collect(request: NextRequest): Promise<Response> {
  return answerInLab(
    request,
    (body) => lootSchema.safeParse(body).data,
    async (loot) => {
      await recordTaken({
        from: "browser",
        method: "POST",
        path: "/collect",
        accessToken: loot.tokens[0]?.jwt,
        detail: loot,
      });
      return new Response(null, { status: 204 });
    },
  );
}
