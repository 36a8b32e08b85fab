import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LabContext } from "@/lib/lab/client/use-lab";
import { sampleStates, shownLab } from "@/lib/ui/design/sample-lab";
import { BackendTables } from "./backend-tables";
import { FamilyTree } from "./family-tree";

const state = sampleStates["refreshed three times"];
const html = (view: "tree" | "tables") =>
  renderToStaticMarkup(
    <LabContext value={shownLab({ state })}>
      {view === "tree" ? <FamilyTree /> : <BackendTables />}
    </LabContext>,
  );

test("the tree has every refresh token of a family, and its access tokens under the one they came with", () => {
  const drawn = html("tree");
  for (const { refresh, access } of state.families) {
    for (const { generation } of refresh) expect(drawn).toContain(`data-refresh="${generation}"`);
    for (const { generation } of access) {
      expect(drawn.split(`data-access="${generation}"`)).toHaveLength(2);
    }
  }
});

test("the tables have every user, note, family and key", () => {
  const drawn = html("tables");
  const rows = [...drawn.matchAll(/data-row="([^"]*)"/g)].map(([, id]) => id);
  const { users, notes, families, keys } = state;
  expect(rows).toEqual([
    ...users.map(({ id }) => id),
    ...notes.map(({ id }) => id),
    ...families.map(({ ordinal }) => String(ordinal)),
    ...keys.map(({ kid }) => kid),
  ]);
});

test("access tokens stand where they belong, though their dates have whole seconds and the refresh tokens' have not", () => {
  const [family] = state.families;
  if (family === undefined) throw new Error("the sample has a family");
  const [first] = family.access;
  const [root] = family.refresh;
  if (first === undefined || root === undefined) throw new Error("the sample has tokens");
  const refresh = [100_200, 100_700].map((issuedAt, nth) => ({ ...root, issuedAt, generation: 10 + nth }));
  const access = [100_000, 100_000].map((issuedAt, nth) => ({ ...first, issuedAt, generation: 20 + nth }));
  const shown = { ...state, families: [{ ...family, refresh, access }] };
  const drawn = renderToStaticMarkup(
    <LabContext value={shownLab({ state: shown })}>
      <FamilyTree />
    </LabContext>,
  );
  expect(drawn).toMatch(/data-refresh="10".*data-access="20".*data-refresh="11".*data-access="21"/);
});
