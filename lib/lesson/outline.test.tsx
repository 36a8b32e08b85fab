import { describe, expect, it } from "vitest";
import { outlineOf, readingMinutes } from "./outline.ts";

const Fence = (_: { children: string }) => null;
const Quiz = (_: { question: string; children: string }) => null;
const vocabulary = { h2: "h2", h3: "h3", code: [Fence] };

describe("outline", () => {
  it("lists the headings in order, with what they contain", () => {
    const { headings } = outlineOf(
      <>
        <h2 id="run-it">Run it</h2>
        <div>
          <h3 id="the-a1">
            The <b>A1</b>
          </h3>
        </div>
        <h4 id="deep">too deep</h4>
      </>,
      vocabulary,
    );
    expect(headings.map(({ id, level, text }) => [id, level, text])).toEqual([
      ["run-it", 2, "Run it"],
      ["the-a1", 3, "The A1"],
    ]);
  });

  it("counts words of prose and of questions, and blocks of code apart", () => {
    const outline = outlineOf(
      <>
        <p>
          One <em>two</em>, three — four.
        </p>
        <Quiz question="five six?">seven</Quiz>
        <Fence>not these words</Fence>
      </>,
      vocabulary,
    );
    expect(outline).toMatchObject({ words: 7, codeBlocks: 1 });
  });

  it("never promises less than a minute", () => {
    expect(readingMinutes({ words: 3, codeBlocks: 0 })).toBe(1);
    expect(readingMinutes({ words: 1600, codeBlocks: 8 })).toBe(10);
  });
});
