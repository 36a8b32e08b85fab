import { z } from "zod";
import { parseJson } from "@/lib/http/parse-json";
import { isReply } from "./reply-values";

/** Whether a text looks like one of Next's action ids: a byte and a SHA-1 (Next, `mightBeServerReferenceId`). */
export function isActionId(text: string): boolean {
  return /^[0-9a-f]{42}$/.test(text);
}

const descriptor = z.object({
  id: z.string().refine(isActionId),
  /** The form field that holds the arguments; null or absent for an action without any. */
  bound: z
    .string()
    .regex(/^\$@[0-9a-f]{1,8}$/)
    .nullish(),
});

/**
 * Whether a form that was posted without JavaScript names actions as React writes them: `$ACTION_ID_<id>`, or
 * `$ACTION_REF_<n>` with the action in `$ACTION_<n>:0` and its arguments in the field that this part names.
 */
export function namesActions(form: FormData): boolean {
  const named = [...form.keys()].filter((name) => /^\$ACTION_(ID|REF)_/.test(name));
  return named.length > 0 && named.every((name) => namesAction(form, name));
}

function namesAction(form: FormData, name: string): boolean {
  if (name.startsWith("$ACTION_ID_")) return isActionId(name.slice("$ACTION_ID_".length));
  const prefix = `$ACTION_${name.slice("$ACTION_REF_".length)}:`;
  const action = descriptor.safeParse(parseJson(String(form.get(`${prefix}0`))));
  if (!action.success) return false;
  const { bound } = action.data;
  if (bound === undefined || bound === null) return true;
  const args = form.get(prefix + bound.slice("$@".length));
  return typeof args === "string" && isReply(args);
}
