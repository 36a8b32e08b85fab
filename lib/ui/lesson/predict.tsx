import { Children, type ComponentProps, isValidElement, type ReactElement, type ReactNode } from "react";
import { Inline } from "./inline";
import styles from "./predict.module.css";

type ChoiceProps = { correct?: boolean; children: ReactNode };

/** One possible answer. Only within `<Predict>`, which renders it. */
export function Choice(_: ChoiceProps): ReactNode {
  throw new Error("<Choice> belongs directly within <Predict>");
}

/** The explanation of what happens. Only within `<Predict>`, which renders it. */
export function Answer(_: { children: ReactNode }): ReactNode {
  throw new Error("<Answer> belongs directly within <Predict>");
}

function partsOf<Part extends typeof Choice | typeof Answer>(children: ReactNode, part: Part) {
  return Children.toArray(children).filter(
    (child): child is ReactElement<ComponentProps<Part>> => isValidElement(child) && child.type === part,
  );
}

/**
 * A question to answer before trying it in the lab. Radio buttons and a disclosure work without scripts; `Enhance`
 * stores the choice on the device.
 *
 * @throws Error unless it has at least two choices, exactly one of them correct, and one answer
 */
export function Predict({
  id,
  question,
  children,
}: {
  id: string;
  question: ReactNode;
  children: ReactNode;
}) {
  const choices = partsOf(children, Choice);
  const [answer, ...more] = partsOf(children, Answer);
  const correct = choices.filter((choice) => choice.props.correct).length;
  if (choices.length < 2 || correct !== 1 || !answer || more.length > 0) {
    throw new Error(`<Predict id="${id}"> needs two or more choices, one of them correct, and one answer`);
  }
  return (
    <div className={styles.predict}>
      <fieldset data-prediction={id}>
        <legend>
          <span className={styles.label}>Predict</span>{" "}
          <span>{typeof question === "string" ? <Inline text={question} /> : question}</span>
        </legend>
        {choices.map(({ key, props }, at) => (
          <label key={key} className={props.correct ? styles.correct : undefined}>
            <input type="radio" name={`predict-${id}`} value={at} autoComplete="off" />
            <span>{props.children}</span>
          </label>
        ))}
      </fieldset>
      <details>
        <summary>See the answer</summary>
        <div className={styles.answer}>{answer.props.children}</div>
      </details>
    </div>
  );
}
