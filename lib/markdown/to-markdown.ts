import type { Element, ElementContent, Root } from "hast";
import { toMdast } from "hast-util-to-mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";

/** HTML nodes as GitHub-flavoured Markdown. */
export function markdownOf(nodes: readonly ElementContent[]): string {
  const root: Root = { type: "root", children: nodes.flatMap(asText) };
  return toMarkdown(toMdast(root), {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: "-",
    rule: "-",
    fences: true,
  });
}

/** Rewrites what Markdown lacks: a table's caption becomes a paragraph, and of a disclosure the summary stays. */
function asText(node: ElementContent): ElementContent[] {
  if (node.type !== "element") return [node];
  const { tagName, properties } = node;
  if (tagName === "details") {
    const said = node.children.filter(named("summary")).flatMap(textsOf).join(" ");
    return [{ type: "text", value: said.replace(/\s+/g, " ") }];
  }
  const children = node.children.flatMap(asText);
  if (tagName !== "table") return [{ ...node, properties, children }];
  const captions = children.filter(named("caption"));
  return [
    ...captions.map((caption): Element => ({ ...caption, tagName: "p" })),
    { ...node, children: children.filter((child) => !named("caption")(child)) },
  ];
}

/**
 * The texts in a node, one for each of its parts, because parts that stand apart on the page must not run together.
 */
function textsOf(node: ElementContent): string[] {
  if (node.type === "text") return [node.value];
  return node.type === "element" ? node.children.flatMap(textsOf) : [];
}

function named(tagName: string) {
  return (node: ElementContent): node is Element => node.type === "element" && node.tagName === tagName;
}
