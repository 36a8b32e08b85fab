import { componentsFor } from "@/lib/ui/lesson/components-for";
import { LessonList } from "@/lib/ui/lesson/lesson-list";
import { Mark } from "@/lib/ui/lesson/mark";
import prose from "@/lib/ui/lesson/prose.module.css";
import styles from "./design.module.css";
import { sampleAfter, sampleBefore, sampleLesson } from "./sample-lesson";
import { Row, Specimen } from "./specimen";

const {
  Note,
  Predict,
  Choice,
  Answer,
  Code,
  CodeDiff,
  pre: Pre,
  table: Table,
  Claims,
  Variants,
  Missions,
} = componentsFor(sampleLesson);

/** Every kind of note. */
export function Notes() {
  const said = {
    note: "The clock is the lab’s: a session cookie’s own life runs on real time.",
    warning: "A session that reads back its own error as a user signs in nobody, and lets anybody in.",
    measured: "Five parallel requests: one refresh with a single flight, five without.",
    history: "Reported in 2023, and found again every few months since.",
  } as const;
  return (
    <Row>
      {(["note", "warning", "measured", "history"] as const).map((kind) => (
        <Specimen key={kind} state={kind}>
          <Note kind={kind}>
            <p>{said[kind]}</p>
          </Note>
        </Specimen>
      ))}
    </Row>
  );
}

/** A prediction before and after its answer is opened (`showAnswered`). */
export function Predictions() {
  return (
    <div className={styles.stack}>
      {["asked", "answered"].map((state) => (
        <Specimen key={state} state={state} wide>
          <Predict
            id={`sample-${state}`}
            question="The layout and the page both read the session after `A1` has expired. What does the user see?"
          >
            <Choice>The page, as always</Choice>
            <Choice correct>The sign-in page</Choice>
            <Choice>The page, after two refreshes</Choice>
            <Answer>
              <p>Both spend the same refresh token. The second one counts as theft.</p>
            </Answer>
          </Predict>
        </Specimen>
      ))}
    </div>
  );
}

/** Code: plain, with a focus, compared, and fenced. */
export function CodeBlocks() {
  return (
    <div className={styles.stack}>
      <Specimen state="a file, with lines in focus" wide>
        <Code file="variants/in-callback.ts" source={sampleBefore} focus="#refresh" />
      </Specimen>
      <Specimen state="two files compared" wide>
        <CodeDiff
          from={{ file: "variants/in-callback.ts", source: sampleBefore }}
          to={{ file: "variants/in-proxy.ts", source: sampleAfter }}
        />
      </Specimen>
      <Specimen state="a fence; its button comes on hover and focus" wide>
        <Pre>
          <code className="language-sh">npm run check -- --lesson credentials-provider</code>
        </Pre>
      </Specimen>
    </div>
  );
}

/** Tables in prose, of claims, and of verdicts. */
export function Tables() {
  return (
    <div className={`${styles.stack} ${prose.prose}`}>
      <Specimen state="in prose; wider than a phone, it scrolls" wide>
        <Table>
          <thead>
            <tr>
              <td />
              <th scope="col">made by</th>
              <th scope="col">read by</th>
              <th scope="col">lives</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">session cookie</th>
              <td>the Next server</td>
              <td>the Next server</td>
              <td>an hour</td>
            </tr>
            <tr>
              <th scope="row">access token</th>
              <td>the backend</td>
              <td>anybody</td>
              <td>minutes</td>
            </tr>
          </tbody>
        </Table>
      </Specimen>
      <Specimen state="claims" wide>
        <Claims />
      </Specimen>
      <Specimen state="variants, and the checks that each fails" wide>
        <Variants />
      </Specimen>
      <Specimen state="a verdict">
        <Mark passes /> passes, <Mark passes={false} /> fails
      </Specimen>
    </div>
  );
}

/** Missions, open and done, and a list of lessons. */
export function Lists() {
  return (
    <div className={styles.stack}>
      <Specimen state="missions; the first is done" wide>
        <Missions done={["sign-in"]} />
      </Specimen>
      <Specimen state="lessons, and what is to come" wide>
        <LessonList lessons={[{ meta: sampleLesson, minutes: 11 }]} planned={["Server Actions"]} />
      </Specimen>
    </div>
  );
}
