import { beforeEach, describe, expect, it, vi } from "vitest";
import { append, emptyLog } from "@/lib/lab/client/event-log";
import { createStore, initialSnapshot } from "@/lib/lab/client/snapshot";
import type { LabEvent } from "@/lib/lab/schemas";
import { labEvent } from "@/test-doubles/fake-lab";
import { lessonProgress } from "./progress.ts";
import { readProgress } from "./storage.ts";
import { watchMissions } from "./watch-missions.ts";

const missions = [
  { id: "sign-in", when: { name: "signed-in" } },
  { id: "outage", when: { name: "fault.injected", code: "outage" } },
  { id: "lost", when: { name: "200", outcome: "failed" } },
];

/** A lab as the panel keeps it, whose events arrive when the test decides. */
function fakeLab(id = "lab-one-2345") {
  const store = createStore(initialSnapshot);
  store.set({ labId: id });
  return {
    get: store.get,
    subscribe: store.subscribe,
    record: (...events: LabEvent[]) => store.set({ log: append(store.get().log, events).log }),
    become: (labId: string) => store.set({ labId, log: emptyLog }),
  };
}

const done = () => lessonProgress(readProgress(), "start").missions;
const signedIn = (seq: number) => labEvent(seq, { name: "signed-in" });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

describe("missions", () => {
  it("tick when the lab records what they wait for, and are kept", () => {
    const lab = fakeLab();
    const onDone = vi.fn();
    watchMissions(lab, { lesson: "start", missions, older: false }, onDone);
    lab.record(labEvent(1, { name: "lab.created" }));
    expect(done()).toEqual([]);
    lab.record(signedIn(2));
    lab.record(signedIn(3));
    expect(done()).toEqual(["sign-in"]);
    expect(onDone.mock.calls).toEqual([["sign-in"]]);
  });

  it("ask for the code and the outcome where the lesson names one", () => {
    const lab = fakeLab();
    watchMissions(lab, { lesson: "start", missions, older: false }, () => {});
    lab.record(labEvent(1, { name: "fault.injected", code: "malformed" }), labEvent(2, { name: "200" }));
    expect(done()).toEqual([]);
    lab.record(
      labEvent(3, { name: "fault.injected", code: "outage" }),
      labEvent(4, { name: "200", outcome: "failed" }),
    );
    expect(done()).toEqual(["outage", "lost"]);
  });

  it("leave alone what happened in an older lab before the lesson was opened", () => {
    const lab = fakeLab();
    lab.record(signedIn(1));
    watchMissions(lab, { lesson: "start", missions, older: true }, () => {});
    expect(done()).toEqual([]);
    lab.record(signedIn(2));
    expect(done()).toEqual(["sign-in"]);
  });

  it("see what happened while the lesson was left and opened again", () => {
    const lab = fakeLab();
    lab.record(labEvent(1));
    watchMissions(lab, { lesson: "start", missions, older: true }, () => {})();
    lab.record(signedIn(2));
    watchMissions(lab, { lesson: "start", missions, older: true }, () => {});
    expect(done()).toEqual(["sign-in"]);
  });

  it("begin anew in another lab, whose numbers start again", () => {
    const lab = fakeLab();
    lab.record(labEvent(1), labEvent(2), labEvent(3));
    watchMissions(lab, { lesson: "start", missions, older: true }, () => {});
    lab.become("lab-two-6789");
    lab.record(signedIn(1));
    // This page was open when the lab changed, so all of the lab's events count.
    expect(done()).toEqual(["sign-in"]);
  });

  it("never keep enough of the lab's id to open it", () => {
    const lab = fakeLab("0123456789abcdef0123456789abcdef");
    watchMissions(lab, { lesson: "start", missions, older: false }, () => {});
    lab.record(signedIn(1));
    expect(JSON.stringify(readProgress())).toContain("012345");
    expect(JSON.stringify(readProgress())).not.toContain("01234567");
  });
});
