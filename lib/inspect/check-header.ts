import { verifiable } from "./algorithms.ts";
import { type Finding, finding } from "./rules.ts";

type Header = Record<string, unknown>;

/** Checks a signed token's header for what it should not have (RFC 7515 §4.1, RFC 8725 §3). */
export function checkHeader(header: Header): Finding[] {
  return [...algorithmFindings(header), ...keyFindings(header), ...otherFindings(header)];
}

function algorithmFindings({ alg }: Header): Finding[] {
  if (alg === undefined) return [finding("alg-missing", "The header has no alg.")];
  if (typeof alg === "string" && alg.toLowerCase() === "none") {
    const spelt = alg === "none" ? "" : ` It is spelt “${alg}”, to get past a check for “none”.`;
    return [
      finding(
        "alg-none",
        `It asks to be believed without a signature: anybody can write such a token.${spelt}`,
      ),
    ];
  }
  if (typeof alg !== "string" || !verifiable.includes(alg)) {
    return [finding("alg-unknown", `alg is ${JSON.stringify(alg)}, which is no signature algorithm.`)];
  }
  if (!alg.startsWith("HS")) return [];
  const text = `${alg} has one secret for signing and for verifying: whoever can check this token can also make one, and a short secret can be guessed at leisure.`;
  return [finding("alg-symmetric", text)];
}

const embedded = ["jwk", "x5c"];
const addresses = ["jku", "x5u"];

function keyFindings(header: Header): Finding[] {
  const found: Finding[] = [];
  const brought = embedded.filter((name) => Object.hasOwn(header, name));
  if (brought.length > 0) {
    const text = `${brought.join(" and ")}: whoever made the token also chose this key. A verifier that goes by it accepts anything.`;
    found.push(finding("key-in-header", text));
  }
  const named = addresses.filter((name) => Object.hasOwn(header, name));
  if (named.length > 0) {
    const text = `${named.join(" and ")}: whoever made the token also chose this address. It was not fetched here, and no verifier should.`;
    found.push(finding("key-address-in-header", text));
  }
  const { kid } = header;
  if (kid === undefined) {
    found.push(finding("kid-missing", "Without a kid, a verifier has to try its keys one by one."));
  } else if (typeof kid !== "string" || /[/\\'"; ]|\.\./.test(kid)) {
    const text = `kid is ${JSON.stringify(kid).slice(0, 80)}. In a file’s path, a query or a command, it would do more than name a key.`;
    found.push(finding("kid-suspicious", text));
  }
  return found;
}

function otherFindings(header: Header): Finding[] {
  const found: Finding[] = [];
  if (Object.hasOwn(header, "crit")) {
    const text =
      "It demands that whoever reads it understands an extension. Who does not know it must refuse the token.";
    found.push(finding("crit", text));
  }
  if (header.b64 === false) {
    found.push(finding("b64-false", "Its payload is not encoded, which a JWT must never do."));
  }
  if (typeof header.cty === "string" && /^(application\/)?jwt$/i.test(header.cty)) {
    found.push(finding("nested", "Its content is a token of its own, to be verified in turn."));
  }
  return found;
}
