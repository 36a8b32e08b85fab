import type { Element, ElementContent } from "hast";
import { Fragment, isValidElement, type ReactNode } from "react";

type Props = Record<string, unknown> & { children?: ReactNode };

/** Elements without text: pictures, controls and scripts. */
const silent = new Set(["svg", "button", "input", "template", "script", "style"]);

/**
 * Converts a server-rendered tree to HTML nodes without rendering it to a string: it calls components as the page's
 * renderer would. It leaves out client components, which have no content before they run, and elements that are
 * hidden from assistive technology.
 *
 * @throws Error for what needs a renderer: an async component, a memo
 */
export function hastOf(node: ReactNode): ElementContent[] {
  if (node === null || node === undefined || typeof node === "boolean") return [];
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") {
    return [{ type: "text", value: String(node) }];
  }
  if (!isValidElement<Props>(node)) {
    if (Symbol.iterator in node) return [...node].flatMap(hastOf);
    throw new Error("a promise in the tree: only a renderer can wait for it");
  }
  const { type, props } = node;
  if (type === Fragment) return hastOf(props.children);
  if (typeof type === "string") return elementOf(type, props);
  if (isClientReference(type)) return [];
  if (typeof type === "function") return hastOf((type as (props: Props) => ReactNode)(props));
  throw new Error("a component that is no function cannot be read");
}

function elementOf(tagName: string, props: Props): ElementContent[] {
  const { className, "aria-hidden": hidden, role } = props;
  const classes = typeof className === "string" ? className.split(/\s+/) : [];
  if (silent.has(tagName) || hidden === true || hidden === "true" || role === "status") return [];
  if (classes.includes("needs-script")) return [];
  const children = hastOf(props.children);
  const properties: Element["properties"] = { className: classes };
  for (const name of ["href", "title", "id", "start", "scope"]) {
    const value = props[name];
    if (typeof value === "string" || typeof value === "number") properties[name] = value;
  }
  return [{ type: "element", tagName, properties, children }];
}

/** Under React's server condition, a module marked "use client" exports client references. */
function isClientReference(type: object | ((...args: never[]) => unknown)): boolean {
  return "$$typeof" in type && type.$$typeof === Symbol.for("react.client.reference");
}
