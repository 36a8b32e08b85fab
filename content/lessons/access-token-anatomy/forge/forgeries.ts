/** One token that the forger's panel can make. */
export type Forgery = {
  readonly name: string;
  /** What the forger goes by: the panel's groups. */
  readonly group: string;
  readonly label: string;
  /** How it comes about, in a sentence or two. */
  readonly story: string;
};

const changed = "With a token of one’s own";
const signed = "With a signature of one’s own";
const foreign = "With something that the issuer signed";
const revoked = "With a token that was revoked";

export const forgeries = [
  {
    name: "genuine",
    group: changed,
    label: "As it is",
    story: "Linus signed in, and sends what he got. He may.",
  },
  {
    name: "tampered-role",
    group: changed,
    label: "Another role written into it",
    story: "Linus puts “admin” among his roles, and leaves the signature as it was.",
  },
  {
    name: "alg-none",
    group: changed,
    label: "alg: none",
    story: "The header asks for no signature, and there is none.",
  },
  {
    name: "alg-none-respelt",
    group: changed,
    label: "alg: noNE",
    story: "The same, past a check that looks for “none” letter by letter.",
  },
  {
    name: "public-key-as-secret",
    group: signed,
    label: "HS256, with the public key as the secret",
    story: "The issuer publishes its key. Its PEM text serves as a shared secret, which everybody shares.",
  },
  {
    name: "kid-nowhere",
    group: signed,
    label: "HS256, with a kid that leads nowhere",
    story:
      "The key id is a path to an empty file. Where nothing is found, the secret is empty, and Linus knows that.",
  },
  {
    name: "key-in-header",
    group: signed,
    label: "A key of one’s own, in the header",
    story: "Linus makes a key pair, signs, and puts the public key into the header as jwk.",
  },
  {
    name: "key-address",
    group: signed,
    label: "A key of one’s own, at an address in the header",
    story: "The header says where to fetch the key: jku and x5u lead to a server of Linus’s.",
  },
  {
    name: "id-token",
    group: foreign,
    label: "An ID token for another app",
    story: "Ada signed in to a quiz game with this issuer. The game has her ID token, and sends it here.",
  },
  {
    name: "other-audience",
    group: foreign,
    label: "An access token for another API",
    story: "Ada’s token for the newsletter’s API. Whoever runs that API received it, and sends it on.",
  },
  {
    name: "yesterday",
    group: foreign,
    label: "An access token from yesterday",
    story: "It was found in a log. Everything about it is right but the time.",
  },
  {
    name: "without-exp",
    group: foreign,
    label: "An access token without an end",
    story: "The issuer forgot exp, once.",
  },
  {
    name: "revoked",
    group: revoked,
    label: "As it is",
    story: "Linus’s token was reported stolen, and this API put it on its deny-list.",
  },
  {
    name: "respelled",
    group: revoked,
    label: "With another last character",
    story: "The last character of the signature carries bits that mean nothing. One of them is changed.",
  },
  {
    name: "twin",
    group: revoked,
    label: "With its other signature",
    story: "ECDSA has two signatures for everything. From (r, s), anybody can reckon (r, n − s).",
  },
] as const satisfies readonly Forgery[];

export type ForgeryName = (typeof forgeries)[number]["name"];
