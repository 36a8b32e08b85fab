import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClaimTable } from "./claim-table";

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "a claim of a pasted token may be called %s: it has no meaning, and is shown",
  (name) => {
    const claims: Record<string, unknown> = JSON.parse(`{ "${name}": "x", "iss": "https://issuer.example" }`);
    const html = renderToStaticMarkup(<ClaimTable title="Claims" claims={claims} now={0} />);
    expect(html).toContain(`<code>${name}</code></dt>`);
    expect(html).toContain("issuer: who made it");
  },
);
