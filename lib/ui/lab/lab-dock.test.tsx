import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LabDock } from "./lab-dock.tsx";

const html = renderToStaticMarkup(
  <LabDock lesson="credentials-provider" variants={[{ name: "checked", summary: "The second version." }]} />,
);

test("the poster reads whole without scripts, and offers nothing that needs them", () => {
  expect(html).toContain("The lesson reads whole without it.");
  expect(html).toMatch(/class="[^"]*needs-script[^"]*"><button[^>]*data-start-lab/);
});

test("no style attribute is served: the policy would refuse it", () => {
  expect(html).not.toContain(" style=");
});
