import fc from "fast-check";
import { expect, test } from "vitest";
import { newSigningKey } from "../../domain/keys.ts";
import { cheapPasswords } from "../../fixtures/cheap-passwords.ts";
import type { LabStore } from "../store.ts";
import { NoRoom } from "../store.ts";
import { createMemoryStore } from "./store.ts";
import {
  ADDRESS_BYTES,
  FAMILY_BYTES,
  FOLLOWER_BYTES,
  KEY_BYTES,
  LAB_BYTES,
  LIVE_BYTES,
  NOTE_BYTES,
  TOKEN_BYTES,
  textBytes,
  wordsBytes,
} from "./weights.ts";

const { seedHashes: hashes } = cheapPasswords;
const NOW = 1_800_000_000_000;
/** What a lab begins with is shared by all. */
const SEEDED_NOTES = 7;
/** Made once: a key pair takes its time. */
const KEY = await newSigningKey();

/** A lab, with what cannot be asked of it. */
interface Known {
  readonly lab: LabStore;
  addresses: Set<string>;
  keyMade: boolean;
  notesChanged: boolean;
  tokens: string[];
  sids: string[];
  stops: (() => void)[];
}

/** What a lab weighs, by what it shows. */
async function recount({ lab, addresses, keyMade, notesChanged }: Known): Promise<number> {
  const { events } = lab.events.page(0, 1000);
  let bytes = LAB_BYTES + lab.events.followers * FOLLOWER_BYTES + addresses.size * ADDRESS_BYTES;
  for (const event of events) bytes += textBytes(event);
  const notes = await lab.notes.list();
  if (notesChanged)
    for (const { title, text } of notes) bytes += NOTE_BYTES + wordsBytes(title) + wordsBytes(text);
  else expect(notes).toHaveLength(SEEDED_NOTES);
  for (const family of await lab.families.view(NOW)) {
    bytes += FAMILY_BYTES + (family.refresh.length + family.access.length) * TOKEN_BYTES;
    bytes += family.access.filter(({ status }) => status !== "revoked").length * LIVE_BYTES;
  }
  if (keyMade) bytes += (await lab.keys.published(NOW)).length * KEY_BYTES;
  return bytes;
}

const named = <Name extends string>(...names: Name[]) => fc.record({ do: fc.constantFrom(...names) });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("event" as const), letters: fc.nat(9000) }) },
  { weight: 8, arbitrary: named("sign-in", "access", "access", "refresh", "deny", "sign-out", "suspend") },
  { weight: 6, arbitrary: named("wrong password", "note", "remove note", "sign", "rotate key") },
  { weight: 3, arbitrary: named("follow", "stop") },
  { weight: 1, arbitrary: named("reset", "clear") },
);
const steps = fc.array(fc.tuple(step, fc.nat(5), fc.nat(50)), { minLength: 40, maxLength: 120, size: "max" });

async function take(known: Known, { do: what, letters = 0 }: { do: string; letters?: number }, pick: number) {
  const { lab } = known;
  const any = <T>(list: readonly T[]) => list[pick % Math.max(list.length, 1)];
  const hash = `${Math.random()}`;
  const times = { idleTtlSeconds: 60, absoluteTtlSeconds: 600, now: NOW };
  const policy = { graceSeconds: 10, rotation: true, reuseDetection: true };
  switch (what) {
    case "event": {
      const detail = { a: "x".repeat(letters), list: Array.from({ length: letters % 700 }, () => []) };
      return lab.events.append({
        type: "note",
        from: "next",
        to: "next",
        name: "n",
        outcome: "info",
        detail,
      });
    }
    case "sign-in": {
      const opened = await lab.families.open({
        userId: "user-ada",
        clientId: "c",
        token: { hash, familyHash: hash },
        ...times,
      });
      if (!opened) return;
      known.tokens.push(hash);
      return known.sids.push(opened.issued.sid);
    }
    case "refresh": {
      const presented = { hash: any(known.tokens) ?? "none", familyHash: undefined };
      const seal = { successorHash: hash, sealedSuccessor: "s" };
      if ((await lab.families.refresh({ presented, ...seal, policy, ...times })).kind === "rotated")
        known.tokens.push(hash);
      return;
    }
    case "access":
      return lab.families.recordAccess(any(known.sids) ?? "", {
        hash,
        jti: hash,
        issuedAt: NOW,
        expiresAt: NOW + 1e6,
      });
    case "deny": {
      const family = any(await lab.families.view(NOW));
      return lab.families.denyAccess(family?.sid ?? "", any(family?.access ?? [])?.jti ?? "");
    }
    case "sign-out":
      return lab.families.revokeByToken(
        { hash: any(known.tokens) ?? "", familyHash: undefined },
        "signed-out",
        NOW,
      );
    case "suspend":
      return lab.suspend("user-ada", pick % 2 === 0);
    case "wrong password": {
      const { waitMs } = await lab.logins.begin(hash, NOW);
      if (waitMs === 0) known.addresses.add(hash);
      return lab.logins.settle(hash, false, NOW);
    }
    case "note":
      if (await lab.notes.add("user-ada", { title: `${hash}`, text: "中".repeat(pick * 10) }))
        known.notesChanged = true;
      return;
    case "remove note":
      if (await lab.notes.remove(any(await lab.notes.list())?.id ?? "")) known.notesChanged = true;
      return;
    case "sign":
      known.keyMade = true;
      return lab.keys.forSigning(NOW + 1e6);
    case "rotate key":
      known.keyMade = (await lab.keys.rotate({ ...KEY, lastTokenExpiresAt: 0 }, NOW)) || known.keyMade;
      return;
    case "reset":
      Object.assign(known, {
        addresses: new Set(),
        keyMade: false,
        notesChanged: false,
        tokens: [],
        sids: [],
      });
      return lab.reset();
    case "follow":
      return known.stops.push(lab.events.subscribe(() => {}));
    case "stop":
      return known.stops.pop()?.();
    case "clear":
      return lab.events.clear();
  }
}

test("after anything that happens, a lab counts what it keeps, the store the sum of its labs, and no more than its bound", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 60, max: 600 }), async (taken, kilobytes) => {
      const maxBytes = kilobytes * 1024;
      const store = createMemoryStore({ hashes, maxLabs: 4, maxBytes, realNow: () => NOW });
      const known = new Map<string, Known>();
      const make = async (id: string) => {
        const lab = await store.create(id).catch((error: unknown) => {
          expect(error).toBeInstanceOf(NoRoom);
        });
        if (!lab) return;
        const nothing = { keyMade: false, notesChanged: false, tokens: [], sids: [], stops: [] };
        known.set(id, { lab, addresses: new Set(), ...nothing });
      };
      for (const [what, number, pick] of taken) {
        const id = `lab ${number}`;
        const one = known.get(id);
        if (one && store.has(id)) await take(one, what, pick);
        else await make(id);
        const there = [...known.entries()].filter(([name]) => store.has(name)).map(([, lab]) => lab);
        expect(store.bytes).toBe(there.reduce((sum, { lab }) => sum + lab.bytes, 0));
        expect(store.bytes).toBeLessThanOrEqual(maxBytes);
        expect(store.size).toBe(there.length);
        if (one && store.has(id)) expect(one.lab.bytes).toBe(await recount(one));
      }
    }),
    { numRuns: 25 },
  );
});
