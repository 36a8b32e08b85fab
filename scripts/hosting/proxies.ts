import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../next";

export type Proxied = {
  /** The folder of the configuration and of the files that the proxy writes. */
  folder: string;
  /** The proxy's port for https, its port for plain http, and the site's. */
  port: number;
  plainPort: number;
  sitePort: number;
  certificate: { cert: string; key: string };
};

/** The name that the configurations on `/hosting` use. */
export const HOST_NAME = "learn.example";

/** @returns the arguments that nginx runs the page's own configuration with, in the foreground and on loopback */
export function nginxArguments({ folder, port, plainPort, sitePort, certificate }: Proxied): string[] {
  const site = replaced(published("nginx.conf"), [
    ["listen 80;", `listen 127.0.0.1:${plainPort};`],
    ["listen 443 ssl", `listen 127.0.0.1:${port} ssl`],
    ["/etc/ssl/learn.example/fullchain.pem", certificate.cert],
    ["/etc/ssl/learn.example/privkey.pem", certificate.key],
    ["127.0.0.1:3000", `127.0.0.1:${sitePort}`],
  ]);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const whole = `daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
events {}
http {
  access_log off;
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join("\n")}
${site}
}
`;
  return ["-c", written(folder, "nginx.conf", whole), "-p", folder];
}

/** The same for Caddy; the certificate is given, since no authority can vouch for the name. */
export function caddyArguments({ folder, port, sitePort, certificate }: Proxied): string[] {
  const site = replaced(published("Caddyfile"), [
    [
      "learn.example {",
      `https://learn.example:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate.cert} ${certificate.key}`,
    ],
    ["127.0.0.1:3000", `127.0.0.1:${sitePort}`],
  ]);
  const whole = `{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system ${folder}\n}\n${site}`;
  return ["run", "--adapter", "caddyfile", "--config", written(folder, "Caddyfile", whole)];
}

/** The very file that the page shows. */
function published(name: string): string {
  return readFileSync(path.join(ROOT, "content", "hosting", name), "utf8");
}

/** @throws Error when a text is not there: the page's file has changed, and the test would run another one */
function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the configuration does not say "${from}"`);
    return before.replace(from, to);
  }, text);
}

function written(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
