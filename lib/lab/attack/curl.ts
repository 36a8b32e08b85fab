const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Longer bodies are made in the shell. */
const LONGEST_BODY = 2_000;

type Shown = {
  url: string;
  headers: readonly (readonly [string, string])[];
  cookies: string;
  /** A body, or the fields of a form. */
  body: string | readonly (readonly [string, string])[];
};

/** A POST as a line for a shell. The cookies in it open one lab, and in it the account of a published password. */
export function curlOf({ url, headers, cookies, body }: Shown): string {
  const parts = [`curl -i ${quote(url)}`];
  for (const [name, value] of headers) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  parts.push(`-b ${quote(cookies)}`);
  if (typeof body !== "string") {
    for (const [name, value] of body) parts.push(`--form-string ${quote(`${name}=${value}`)}`);
    return parts.join(" \\\n  ");
  }
  if (body.length <= LONGEST_BODY) return [...parts, `--data-binary ${quote(body)}`].join(" \\\n  ");
  const run = /(.)\1{1000,}/.exec(body);
  const [before, after] = run === null ? [body, ""] : body.split(run[0]);
  const made = `printf '%s' ${quote(before ?? "")}; head -c ${run?.[0].length ?? 0} /dev/zero | tr '\\0' ${quote(run?.[1] ?? "")}; printf '%s' ${quote(after ?? "")}`;
  return `{ ${made}; } | ${[...parts, "--data-binary @-"].join(" \\\n  ")}`;
}
