import { expect, test } from "vitest";
import { markdownOf } from "./to-markdown";
import { hastOf } from "./tree-to-hast";

const Later = async () => <p>later</p>;
const Named = ({ name }: { name: string }) => <strong>{name}</strong>;

test("components are called, and their elements become Markdown", () => {
  const tree = (
    <>
      <h2 id="run-it">Run it</h2>
      <p>
        Hello <Named name="Ada" />, see <a href="/lessons/start">the start</a> and <code>jwt</code>.
      </p>
      <pre>
        <code className="language-ts">const a = 1;</code>
      </pre>
    </>
  );
  expect(markdownOf(hastOf(tree))).toBe(
    "## Run it\n\nHello **Ada**, see [the start](/lessons/start) and `jwt`.\n\n```ts\nconst a = 1;\n```\n",
  );
});

test("a table keeps its caption as a sentence before it", () => {
  const tree = (
    <table>
      <caption>What survives</caption>
      <thead>
        <tr>
          <th>Check</th>
          <th>none</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>two tabs</td>
          <td>
            <svg aria-hidden="true">
              <path d="M0 0" />
            </svg>
            <span className="visually-hidden">fails</span>
          </td>
        </tr>
      </tbody>
    </table>
  );
  expect(markdownOf(hastOf(tree))).toBe(
    "What survives\n\n| Check | none |\n| - | - |\n| two tabs | fails |\n",
  );
});

test("what is only for the eye or the hand is left out", () => {
  const tree = (
    <div>
      <p role="status">busy</p>
      <button type="button">Copy</button>
      <span className="needs-script">Press me</span>
      <p aria-hidden="true">→</p>
      <p>Words.</p>
    </div>
  );
  expect(markdownOf(hastOf(tree))).toBe("Words.\n");
});

test("of a disclosure its summary stays, with a space between its parts", () => {
  const tree = (
    <ol>
      <li>
        <details>
          <summary>
            <span>16:00</span>
            <span>GET /notes</span>
          </summary>
          <p>more</p>
        </details>
      </li>
    </ol>
  );
  expect(markdownOf(hastOf(tree))).toBe("1. 16:00 GET /notes\n");
});

test("a client component has nothing to say, and what cannot be read is refused", () => {
  const reference = Object.assign(() => <p>never</p>, { $$typeof: Symbol.for("react.client.reference") });
  const Client = reference as () => React.ReactNode;
  expect(hastOf(<Client />)).toEqual([]);
  expect(() => hastOf(<Later />)).toThrow(/promise/);
});
