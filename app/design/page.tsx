import type { Metadata } from "next";
import { Colours } from "@/lib/ui/design/colours";
import { Buttons, Inputs, Links, Tokens } from "@/lib/ui/design/controls";
import { LabPartsIsland } from "@/lib/ui/design/lab-parts-island";
import { CodeBlocks, Lists, Notes, Predictions, Tables } from "@/lib/ui/design/lesson-parts";
import { Chapter } from "@/lib/ui/design/specimen";
import { Spacing, TypeScale } from "@/lib/ui/design/type-and-space";
import { Page } from "@/lib/ui/shell/page";

export const metadata: Metadata = {
  title: "Design",
  description: "Every part of this site in every state, for those who carry on the work.",
  robots: { index: false },
};

/** The parts themselves, not pictures of them. */
export default function DesignPage() {
  return (
    <Page>
      <h1>Every part, in every state</h1>
      <p>
        For those who carry on the work. What stands here is what the pages use: change a part, and look at it
        here, in both themes. Paper and ink, thin lines, no shadows. Colour is kept for tokens and outcomes,
        and never alone: a letter, a shape or a word goes with it.
      </p>
      <Chapter id="type" title="Type">
        <p>
          One family, Atkinson Hyperlegible, because tokens are read letter by letter. Prose runs at 17 px /
          1.6, 60 to 70 characters a line.
        </p>
        <TypeScale />
      </Chapter>
      <Chapter id="space" title="Space">
        <Spacing />
      </Chapter>
      <Chapter id="colour" title="Colour">
        <Colours />
      </Chapter>
      <Chapter id="tokens" title="Tokens">
        <Tokens />
      </Chapter>
      <Chapter id="buttons" title="Buttons">
        <p>
          At most one primary button in sight. A busy one keeps its look and its focus, and does nothing
          meanwhile.
        </p>
        <Buttons />
      </Chapter>
      <Chapter id="links" title="Links and fields">
        <Links />
        <Inputs />
      </Chapter>
      <Chapter id="notes" title="Notes">
        <Notes />
      </Chapter>
      <Chapter id="predict" title="Predict">
        <Predictions />
      </Chapter>
      <Chapter id="code" title="Code">
        <CodeBlocks />
      </Chapter>
      <Chapter id="tables" title="Tables">
        <Tables />
      </Chapter>
      <Chapter id="lists" title="Missions and lessons">
        <Lists />
      </Chapter>
      <Chapter id="lab-parts" title="The lab’s parts">
        <p>Each from a lab that knows one state and never changes.</p>
        <LabPartsIsland />
      </Chapter>
    </Page>
  );
}
