/** A link to an RFC's section at the RFC editor. */
export function Rfc({ n, section }: { n: number; section?: string }) {
  const anchor = section && (/^[A-Z]/.test(section) ? `#appendix-${section}` : `#section-${section}`);
  return (
    <a href={`https://www.rfc-editor.org/rfc/rfc${n}${anchor ?? ""}`}>
      RFC&nbsp;{n}
      {section && <>&nbsp;§{section}</>}
    </a>
  );
}

const home = "nextauthjs/next-auth";

/** A link to a public issue, pull request or discussion; next-auth's own unless `repo` says otherwise. */
export function Thread({ n, repo = home }: { n: number; repo?: string }) {
  return (
    <a href={`https://github.com/${repo}/issues/${n}`}>
      {repo === home ? "" : repo}#{n}
    </a>
  );
}

/** A link to a published vulnerability. @param id its CVE number, such as `2017-15361` */
export function Cve({ id }: { id: string }) {
  return <a href={`https://www.cve.org/CVERecord?id=CVE-${id}`}>CVE-{id}</a>;
}
