import { writeFileSync } from "node:fs";
import path from "node:path";
import { generate } from "selfsigned";

/** Makes a self-signed certificate. @returns the paths of certificate and key, as PEM */
export async function writeCertificate(folder: string, name: string): Promise<{ cert: string; key: string }> {
  const made = await generate([{ name: "commonName", value: name }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: name }] }],
  });
  const [cert, key] = [path.join(folder, "cert.pem"), path.join(folder, "key.pem")];
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.private, { mode: 0o600 });
  return { cert, key };
}
