import { Button } from "@/lib/ui/lab/button";
import { TokenMark } from "@/lib/ui/lab/token-mark";
import { Token } from "@/lib/ui/token";
import styles from "./design.module.css";
import { Row, Specimen } from "./specimen";

const kinds = ["session", "access", "refresh"] as const;

/** Tokens, as words and as shapes. */
export function Tokens() {
  return (
    <Row>
      <Specimen state="in prose: a word, with its generation">
        <Token kind="session" n={1} /> <Token kind="access" n={2} /> <Token kind="refresh" n={3} />{" "}
        <Token kind="attacker" />
      </Specimen>
      <Specimen state="on an arrow: square, circle, diamond">
        {kinds.map((kind, at) => (
          <TokenMark key={kind} kind={kind} generation={at + 1} />
        ))}
      </Specimen>
      <Specimen state="over (spent, expired, revoked): in outline">
        {kinds.map((kind, at) => (
          <TokenMark key={kind} kind={kind} generation={at + 1} over />
        ))}
      </Specimen>
      <Specimen state="none yet">
        {kinds.map((kind) => (
          <TokenMark key={kind} kind={kind} generation={null} over />
        ))}
      </Specimen>
    </Row>
  );
}

const looks = ["primary", "plain", "quiet"] as const;
const states = [
  { state: "rest", props: {} },
  { state: "hover", props: { "data-state": "hover" } },
  { state: "focus", props: { "data-state": "focus" } },
  { state: "busy", props: { busy: true } },
  { state: "disabled", props: { disabled: true } },
];

/** Every kind of button in every state. */
export function Buttons() {
  return (
    <Row>
      {states.map(({ state, props }) => (
        <Specimen key={state} state={state}>
          {looks.map((look) => (
            <Button key={look} look={look} {...props}>
              {look === "primary" ? "Sign in as Ada" : look === "plain" ? "+15 min" : "Copy as curl"}
            </Button>
          ))}
        </Specimen>
      ))}
    </Row>
  );
}

/** Links. They look the same everywhere except in navigation. */
export function Links() {
  return (
    <Row>
      {["rest", "hover", "focus"].map((state) => (
        <Specimen key={state} state={state}>
          <a href="#links" data-state={state}>
            RFC 6749 §6
          </a>
        </Specimen>
      ))}
    </Row>
  );
}

/** Form fields, as in the lab's settings. */
export function Inputs() {
  return (
    <Row>
      {["rest", "hover", "focus"].map((state) => (
        <Specimen key={state} state={state}>
          <label className={styles.field}>
            <input type="checkbox" data-state={state} defaultChecked />
            <span>Rotation</span>
          </label>
          <label className={styles.field}>
            <input type="radio" name={`radio-${state}`} data-state={state} defaultChecked />
            <span>in-proxy</span>
          </label>
          <label className={styles.field}>
            <span>Grace window</span>
            <select data-state={state} defaultValue="10">
              <option value="0">0 s</option>
              <option value="10">10 s</option>
            </select>
          </label>
        </Specimen>
      ))}
    </Row>
  );
}
