import { Rfc } from "@/lib/ui/lesson/links";
import { Page } from "@/lib/ui/shell/page";
import { Token } from "@/lib/ui/token";
import { Inspector } from "./inspector";
import styles from "./reference.module.css";
import { RefusalList, RuleList } from "./rule-list";

/** The page `/inspector`: the tool, and lists of its rules and refusals. */
export function InspectorPage() {
  return (
    <Page>
      <h1>Inspector</h1>
      <p>
        Paste a token, or a whole Cookie header, and read what it says, what is odd about it, and whether a
        key signed it. It stays in this page: nothing that you paste is sent anywhere, and no address in it is
        fetched.
      </p>
      <Inspector />
      <p className={styles.withoutScript}>
        The inspector itself needs JavaScript, because it works in your browser and nowhere else. What it
        knows stands below.
      </p>
      <section className={styles.section} aria-labelledby="three-and-five">
        <h2 id="three-and-five">Three parts, or five</h2>
        <div className={styles.parts}>
          <div>
            <h3>Signed: three</h3>
            <p>
              <code>header.claims.signature</code>, each in base64url (<Rfc n={7515} section="7.1" />
              ). The backend’s <Token kind="access">access token</Token> is one. Anybody who holds it can read
              it. Only the holder of the signing key can make it, and that is all that the signature says.
            </p>
          </div>
          <div>
            <h3>Encrypted: five</h3>
            <p>
              <code>header.key.iv.ciphertext.tag</code> (<Rfc n={7516} section="7.1" />
              ). NextAuth’s <Token kind="session">session cookie</Token> is one. The header can be read, and
              says how it was encrypted. The rest is noise to whoever has no key, this page included. The tag
              shows a change to the one who decrypts, and to nobody else.
            </p>
          </div>
          <div>
            <h3>Neither</h3>
            <p>
              A <Token kind="refresh">refresh token</Token> of this site is a random secret without parts.
              There is nothing to read in it; its issuer keeps a hash of it and looks it up.
            </p>
          </div>
        </div>
      </section>
      <section className={styles.section} aria-labelledby="verified">
        <h2 id="verified">When it refuses a token</h2>
        <p>
          In this order. The form comes first, because a second spelling of a token would be a second token.
          The key says which algorithm counts, never the token. Keys and addresses in the header are not
          looked at.
        </p>
        <RefusalList />
      </section>
      <section className={styles.section} aria-labelledby="rules">
        <h2 id="rules">What it looks for</h2>
        <p>
          Without a key, too. “Refuse it” is what a verifier must do, “odd” is what its maker should have done
          otherwise.
        </p>
        <RuleList />
      </section>
    </Page>
  );
}
