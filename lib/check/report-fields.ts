import { z } from "zod";
import { reportSchema } from "./report";

/** The report's JSON Schema (draft 2020-12), made from the very schema that the command writes with. */
export function reportJsonSchema(): object {
  return { title: "npm run check -- --json", ...z.toJSONSchema(reportSchema) };
}

/** One line of the table that explains the report: `targets[].results[].status`, its type, what it means. */
export type Field = { path: string; type: string; description: string };

type Node = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Node[];
  properties?: Record<string, Node>;
  items?: Node;
  description?: string;
  format?: string;
};

/** Every field of the report, from the outside in. */
export function reportFields(): Field[] {
  return fieldsOf(reportJsonSchema() as Node, "");
}

function fieldsOf({ properties = {} }: Node, prefix: string): Field[] {
  return Object.entries(properties).flatMap(([name, node]) => {
    const path = `${prefix}${name}`;
    const own = { path, type: typeOf(node), description: node.description ?? "" };
    const inner = node.items === undefined ? [] : fieldsOf(node.items, `${path}[].`);
    return [own, ...inner];
  });
}

function typeOf(node: Node): string {
  if (node.anyOf) return node.anyOf.map(typeOf).join(" or ");
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map(String).join(", ");
  return [node.type ?? "anything"].flat().join(" or ");
}
