import { z } from "zod";
import { reportSchema } from "./report";

/** The report's JSON Schema (draft 2020-12), generated from the schema with which the command writes the report. */
export function reportJsonSchema(): object {
  return { title: "npm run check -- --json", ...z.toJSONSchema(reportSchema) };
}

/** One property of an object: its name, type and meaning. */
export type Field = { name: string; type: string; description: string };

/** One kind of object: its path in the report, such as `targets[].results[]`, and its meaning. */
export type FieldGroup = { path: string; description: string; fields: Field[] };

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

/** Every kind of object in the report with its fields, the outermost first. */
export function reportFields(): FieldGroup[] {
  return groupsOf(reportJsonSchema() as Node, "");
}

function groupsOf({ properties = {}, description = "" }: Node, path: string): FieldGroup[] {
  const entries = Object.entries(properties);
  const fields = entries.map(([name, node]) => ({
    name,
    type: typeOf(node),
    description: node.description ?? "",
  }));
  const inner = entries.flatMap(([name, { items }]) =>
    items?.properties === undefined ? [] : groupsOf(items, `${path === "" ? "" : `${path}.`}${name}[]`),
  );
  return [{ path, description, fields }, ...inner];
}

function typeOf(node: Node): string {
  if (node.anyOf) return node.anyOf.map(typeOf).join(" or ");
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map(String).join(", ");
  return [node.type ?? "anything"].flat().join(" or ");
}
