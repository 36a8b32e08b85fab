import { defineLesson } from "@/lib/lesson/meta";

const everyWrongOne = ["decode-only", "any-algorithm", "signature-only", "library-call", "yours"] as const;

export default defineLesson({
  slug: "access-token-anatomy",
  title: "Access tokens: sign, decode, verify",
  summary:
    "Anybody can read an access token and anybody can write one: what a resource server must check before it believes it.",
  order: 4,
  variants: [
    {
      name: "decode-only",
      summary: "Decodes the claims, and believes them.",
      file: "variants/decode-only.ts",
      verdict: "wrong",
    },
    {
      name: "any-algorithm",
      summary: "Checks the signature in the way that the token itself asks for.",
      file: "variants/any-algorithm.ts",
      verdict: "wrong",
    },
    {
      name: "signature-only",
      summary: "Checks the signature with the issuer’s key, and nothing of what was signed.",
      file: "variants/signature-only.ts",
      verdict: "wrong",
    },
    {
      name: "library-call",
      summary:
        "One call to a good library, with algorithm, issuer, audience and type; revoked tokens by their hash.",
      file: "variants/library-call.ts",
      verdict: "wrong",
    },
    {
      name: "strict",
      summary:
        "One spelling, one key, one algorithm, every claim of an access token; revoked tokens by their jti.",
      file: "variants/strict.ts",
      verdict: "right",
    },
    { name: "yours", summary: "The exercise.", file: "exercise.ts", verdict: "yours" },
  ],
  checks: [
    {
      id: "genuine",
      title: "a genuine access token opens its own user's invoices, and an admin's opens all",
      section: "run-it",
      whenRed: "A genuine token is not let in, or opens more or less than its user’s invoices.",
      fails: [],
    },
    {
      id: "tampered-role",
      title: "a token with a changed role is refused",
      section: "write-another-role-into-it",
      whenRed: "Somebody who writes another role into a token reads everybody’s invoices.",
      fails: ["decode-only"],
    },
    {
      id: "alg-none",
      title: "a token that asks for no signature is refused",
      section: "ask-for-no-signature",
      whenRed: "A token that anybody can write, without a signature, is let in.",
      fails: ["decode-only"],
    },
    {
      id: "alg-none-respelt",
      title: "a token that asks for no signature as noNE is refused",
      section: "ask-for-no-signature",
      whenRed: "A token without a signature is let in once its algorithm is spelt otherwise.",
      fails: ["decode-only", "any-algorithm"],
    },
    {
      id: "public-key-as-secret",
      title: "a token signed with the public key as a shared secret is refused",
      section: "use-the-public-key-as-a-secret",
      whenRed: "A token that anybody can sign with the published key is let in.",
      fails: ["decode-only", "any-algorithm"],
    },
    {
      id: "kid-nowhere",
      title: "a token whose key id leads nowhere, signed with nothing, is refused",
      section: "name-a-key-that-is-not-there",
      whenRed: "A token that is signed with nothing is let in, because its key was not found.",
      fails: ["decode-only", "any-algorithm"],
    },
    {
      id: "key-in-header",
      title: "a token that brings its own key is refused",
      section: "bring-the-key-along",
      whenRed: "A token is let in that was signed with a key of its own, brought along.",
      fails: ["decode-only", "any-algorithm"],
    },
    {
      id: "key-address",
      title: "a token that names an address for its key is refused",
      section: "bring-the-key-along",
      whenRed: "A token is let in that says itself where its key is.",
      fails: ["decode-only"],
    },
    {
      id: "another-issuer",
      title: "a genuine token of somebody else's issuer is refused",
      section: "bring-the-key-along",
      whenRed: "Another issuer’s token opens this API.",
      fails: ["decode-only"],
    },
    {
      id: "id-token",
      title: "an ID token that the issuer signed for another app is refused",
      section: "bring-one-that-was-made-for-something-else",
      whenRed: "An ID token, which is for a client, opens the API.",
      fails: ["decode-only", "any-algorithm", "signature-only", "yours"],
    },
    {
      id: "other-audience",
      title: "an access token that the issuer signed for another API is refused",
      section: "bring-one-that-was-made-for-something-else",
      whenRed: "A token that was made for another API opens this one.",
      fails: ["decode-only", "any-algorithm", "signature-only", "yours"],
    },
    {
      id: "expired",
      title: "an expired token is refused, on the lab's clock",
      section: "bring-one-from-yesterday",
      whenRed: "A token opens the API after it has expired.",
      fails: ["signature-only"],
    },
    {
      id: "without-exp",
      title: "a token that never expires is refused",
      section: "bring-one-from-yesterday",
      whenRed: "A token without an end opens the API for ever.",
      fails: everyWrongOne,
    },
    {
      id: "respelled",
      title: "a second spelling of a token is refused, before it is revoked and after",
      section: "spell-it-otherwise",
      whenRed: "A second spelling of a token is let in, and a revocation misses it.",
      fails: everyWrongOne,
    },
    {
      id: "twin",
      title: "a revoked token stays revoked with the other signature that it has",
      section: "spell-it-otherwise",
      whenRed: "A revoked token is let in again with its other signature.",
      fails: everyWrongOne,
    },
    {
      id: "garbage",
      title: "whatever else is sent gets one and the same 401",
      section: "what-the-caller-learns",
      whenRed: "Something that is no token is let in, breaks the API, or learns why it was refused.",
      // An empty claims set decodes well enough.
      fails: ["decode-only"],
    },
    {
      id: "reason-recorded",
      title: "the log says why a token was refused",
      section: "what-the-caller-learns",
      whenRed: "The log does not say why a token was refused.",
      fails: ["decode-only", "any-algorithm", "signature-only", "yours"],
    },
    {
      id: "key-rotation",
      title: "after the issuer changed its key, old and new tokens are let in",
      section: "in-this-order",
      whenRed: "A change of the issuer’s key locks out a token that is still good.",
      fails: [],
    },
  ],
  claims: [
    {
      id: "genuine-is-let-in",
      text: "Every version lets a genuine token in, to its own user’s invoices.",
      check: "genuine",
    },
    {
      id: "decoding-believes-anything",
      text: "Under `decode-only`, a member who writes `admin` into a token is an admin.",
      check: "tampered-role",
    },
    {
      id: "changed-role-is-noticed",
      text: "Every version that checks signatures refuses the changed role.",
      check: "tampered-role",
    },
    {
      id: "none-is-refused",
      text: "`any-algorithm` refuses `none`, in exactly this spelling.",
      check: "alg-none",
    },
    { id: "none-returns", text: "`any-algorithm` lets `noNE` in.", check: "alg-none-respelt" },
    {
      id: "public-key-signs",
      text: "Under `any-algorithm`, whoever has the public key can sign.",
      check: "public-key-as-secret",
    },
    {
      id: "nowhere-is-a-key",
      text: "Under `any-algorithm`, a `kid` that leads nowhere makes an empty secret of the key.",
      check: "kid-nowhere",
    },
    {
      id: "key-comes-along",
      text: "Under `any-algorithm`, a token may bring its own key.",
      check: "key-in-header",
    },
    {
      id: "addresses-are-ignored",
      text: "A key that stands at an address in the header is used by none of the versions that check signatures.",
      check: "key-address",
    },
    {
      id: "another-issuers-key",
      text: "A genuine token of another issuer is let in by `decode-only` alone.",
      check: "another-issuer",
    },
    {
      id: "login-elsewhere",
      text: "Under `signature-only`, an ID token for a quiz game opens the player’s invoices.",
      check: "id-token",
    },
    {
      id: "audience-matters",
      text: "Under `signature-only`, an access token for a newsletter’s API opens every invoice.",
      check: "other-audience",
    },
    {
      id: "signed-once",
      text: "Under `signature-only`, yesterday’s token is as good as today’s.",
      check: "expired",
    },
    {
      id: "absent-exp-never-ends",
      text: "Every version but `strict` lets a token in that has no `exp`.",
      check: "without-exp",
    },
    {
      id: "spelling-escapes",
      text: "In every version but `strict`, a revoked token with another last character is let in again.",
      check: "respelled",
    },
    {
      id: "twin-escapes",
      text: "In every version but `strict`, a revoked token with its other signature is let in again.",
      check: "twin",
    },
    {
      id: "one-answer",
      text: "Under `strict`, the caller gets the same 401 whatever is wrong.",
      check: "garbage",
    },
    { id: "log-knows", text: "The lab’s list says why `strict` refused.", check: "reason-recorded" },
    {
      id: "rotation-goes-on",
      text: "A change of keys at the issuer locks nobody out.",
      check: "key-rotation",
    },
  ],
  results: {
    caption:
      "What each verifier holds against, as the checks measured it: each sends a real token to the running API. Each mark opens the recording of its run.",
    row: "Token",
    passes: "holds",
    fails: "does not hold",
  },
  missions: [
    { id: "let-in", text: "Get a forged token past a verifier.", when: { name: "token.let-in" } },
    {
      id: "signature",
      text: "Be refused for a signature.",
      when: { name: "token.refused", code: "bad-signature" },
    },
    {
      id: "algorithm",
      text: "Be refused for an algorithm.",
      when: { name: "token.refused", code: "wrong-algorithm" },
    },
    {
      id: "audience",
      text: "Be refused for a token that was meant for another API.",
      when: { name: "token.refused", code: "wrong-audience" },
    },
    {
      id: "revoked",
      text: "Be refused for a token that was revoked.",
      when: { name: "token.refused", code: "revoked" },
    },
    {
      id: "spelling",
      text: "Be refused for a second spelling.",
      when: { name: "token.refused", code: "malformed" },
    },
  ],
  hints: [
    {
      title: "what the call was not told",
      text: "`jwtVerify` checks what it is told to expect, and no more. Without `audience`, any audience will do; without `typ`, any kind of token. Look at its third argument, and at what `server` has to offer.",
    },
    {
      title: "without-exp",
      text: "A date that is not there cannot have passed: `exp` is compared only where there is one. The option `requiredClaims` takes the names that RFC 9068 §2.2 requires.",
    },
    {
      title: "reason-recorded",
      text: "jose throws a class of error for each thing that can be wrong. `errors.JWTExpired` is one, `errors.JWTClaimValidationFailed` another, and its `claim` says which claim, `typ` included.",
    },
    {
      title: "respelled",
      text: "Before jose sees the token: three segments, each of the base64url alphabet, and each the very text that one gets by encoding its bytes again.",
    },
    {
      title: "twin",
      text: "ECDSA has two signatures for everything that was signed, and both are good. No form check can tell them apart. So the deny-list must not go by the text of a token at all, and not by its hash: there is a claim that names the token itself.",
    },
  ],
  sources: [
    {
      title: "RFC 7515: JSON Web Signature, §5.2 validation and §7.1 compact serialization",
      url: "https://www.rfc-editor.org/rfc/rfc7515#section-5.2",
    },
    {
      title: "RFC 7519: JSON Web Token, §4.1 registered claims and §7.2 validating a JWT",
      url: "https://www.rfc-editor.org/rfc/rfc7519#section-7.2",
    },
    {
      title: "RFC 8725: JWT best current practices, §2 threats and §3 practices",
      url: "https://www.rfc-editor.org/rfc/rfc8725",
    },
    {
      title: "RFC 9068: JWT profile for access tokens, §2.2 claims and §4 validation",
      url: "https://www.rfc-editor.org/rfc/rfc9068#section-4",
    },
    { title: "RFC 4648: §3.5 canonical encoding", url: "https://www.rfc-editor.org/rfc/rfc4648#section-3.5" },
    {
      title: "RFC 6750: §3.1 error codes of a bearer token’s challenge",
      url: "https://www.rfc-editor.org/rfc/rfc6750#section-3.1",
    },
    {
      title: "jose: jwtVerify and its options",
      url: "https://github.com/panva/jose/blob/main/docs/jwt/verify/functions/jwtVerify.md",
    },
  ],
});
