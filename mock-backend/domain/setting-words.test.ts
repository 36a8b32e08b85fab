import { describe, expect, test } from "vitest";
import { isDescribed, settingsInWords } from "./setting-words.ts";
import { faultSchema, settingsSchema } from "./settings.ts";

describe("a changed setting in words", () => {
  test.each([
    [{ accessTtl: 900 }, "Access tokens now live 15 minutes."],
    [{ accessTtl: 8 }, "Access tokens now live 8 seconds."],
    [{ accessTtl: 1 }, "Access tokens now live 1 second."],
    [{ refreshIdleTtl: 7 * 86_400 }, "Refresh tokens now live 7 days unused."],
    [{ refreshAbsoluteTtl: 86_400 + 5_400 }, "A sign-in now lives 1 day 1 hour 30 minutes at most."],
    [{ grace: 10 }, "The grace window is now 10 seconds."],
    [{ grace: 0 }, "There is no grace window now."],
    [{ rotation: false }, "Refresh tokens now work again and again: rotation is off."],
    [{ rotation: true }, "Each refresh token now works once."],
    [{ clientAuth: true }, "Sign-in and refresh now need the app's own secret."],
    [{ latencyMs: 0 }, "The backend now answers without delay."],
    [{ latencyMs: 1500 }, "The backend now answers after 1500 ms."],
    [{ latencyMs: 3000 }, "The backend now answers after 3 seconds."],
    [{ fault: "outage" }, "The backend is now down: it answers 503."],
    [{ fault: "none", grace: 5 }, "The backend now works. The grace window is now 5 seconds."],
  ] as const)("%j", (change, text) => expect(settingsInWords(change)).toBe(text));

  test("every setting and every fault has a sentence of its own, without the names of the code", () => {
    const names = Object.keys(settingsSchema.shape);
    expect(names.length).toBeGreaterThanOrEqual(9);
    expect(names.filter((name) => !isDescribed(name))).toEqual([]);
    const faults = faultSchema.options;
    expect(faults.length).toBeGreaterThanOrEqual(5);
    for (const fault of faults) expect(settingsInWords({ fault })).not.toContain("fault");
  });

  test("one that is new still reads", () => {
    expect(settingsInWords({ newThing: 3 } as object)).toBe("New thing: 3.");
    expect(settingsInWords({ fault: "new-one" } as object)).toBe('The backend\'s fault is now "new-one".');
  });
});
