import { expect, test } from "vitest";
import { refusePost } from "./refuse-post";

const ID = "7f".repeat(21);

function post(body: BodyInit | null, headers: Record<string, string>) {
  return new Request("http://localhost:3000/notes", { method: "POST", headers, body });
}

const action = (body: string, headers = {}) =>
  post(body, { "Next-Action": ID, "Content-Type": "text/plain;charset=UTF-8", ...headers });

/** A form as React's client writes it; undici chooses the boundary. */
function form(fields: Record<string, string>, headers = {}) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return post(data, headers);
}

const statusOf = async (request: Request) => (await refusePost(request))?.status ?? "passes";

test.each([
  "[]",
  '["note-1"]',
  '[["note-1"],{"a":[null,true,1.5]}]',
  '["$undefined","$NaN","$Infinity","$-Infinity","$-0","$D2026-01-01","$n5","$$a","$K1"]',
  '[{"__proto__":{"role":"admin"}}]',
  JSON.stringify(["n".repeat(900_000)]),
])("arguments that React can decode pass, whatever they are: %.60s", async (body) => {
  expect(await statusOf(action(body))).toBe("passes");
});

test.each([
  "",
  "null",
  "5",
  '"a"',
  "{}",
  "[",
  '["$1:a:b"]',
  '["$F1"]',
  '["$@1"]',
  '["$n"]',
  '["$"]',
  '["$0"]',
])("%s are no arguments", async (body) => {
  expect(await statusOf(action(body))).toBe(400);
});

test("arguments nested without end would run the decoder out of its stack", async () => {
  expect(await statusOf(action("[".repeat(5_000) + "]".repeat(5_000)))).toBe(400);
});

test("a body of more than a megabyte is too large", async () => {
  expect(await statusOf(action(JSON.stringify(["n".repeat(1_000_000)])))).toBe(413);
});

test.each(["", "x", "0".repeat(40), `${ID}0`, "__proto__"])("%j is no action's id", async (id) => {
  const refused = await refusePost(action("[]", { "Next-Action": id }));
  expect(refused?.status).toBe(400);
  expect(refused?.headers.get("x-nextjs-action-not-found")).toBe("1");
});

test.each(["", "nonsense", "http://", "null/", "http://["])("an Origin of %j is none", async (Origin) => {
  expect(await statusOf(action("[]", { Origin }))).toBe(400);
});

test.each(["null", "https://elsewhere.example"])("a foreign Origin is for Next: %s", async (Origin) => {
  expect(await statusOf(action("[]", { Origin }))).toBe("passes");
});

test.each([
  ["nothing", ""],
  ["another boundary", "--y\r\n\r\n--y--\r\n"],
  ["no end", '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n[]'],
  ["a part without a name", "--x\r\nContent-Disposition: form-data\r\n\r\n[]\r\n--x--\r\n"],
])("a form of %s cannot be read", async (_name, body) => {
  const type = { "Content-Type": "multipart/form-data; boundary=x" };
  expect(await statusOf(post(body, type))).toBe(400);
  expect(await statusOf(post(body, { ...type, "Next-Action": ID }))).toBe(400);
  expect(await statusOf(post(body, { "Content-Type": "multipart/form-data" }))).toBe(400);
});

test("the client's form passes, with its arguments in part 0", async () => {
  const id = { "Next-Action": ID };
  expect(await statusOf(form({ "1_a": "b", "0": '["$K1"]' }, id))).toBe("passes");
  expect(await statusOf(form({ "1_a": "b" }, id))).toBe(400);
  expect(await statusOf(form({ "0": "5" }, id))).toBe(400);
});

test("a form without JavaScript passes when it names its action as React does", async () => {
  const named = { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${ID}","bound":"$@1"}` };
  expect(await statusOf(form({ ...named, "$ACTION_1:1": '["note-1"]' }))).toBe("passes");
  expect(await statusOf(form({ [`$ACTION_ID_${ID}`]: "" }))).toBe("passes");
  expect(await statusOf(form({ ...named, "$ACTION_1:1": "5" }))).toBe(400);
  expect(await statusOf(form(named))).toBe(400);
  expect(await statusOf(form({ $ACTION_REF_1: "" }))).toBe(400);
  expect(await statusOf(form({ $ACTION_ID_x: "" }))).toBe(400);
  expect(await statusOf(form({ email: "a" }))).toBe(400);
});

test("what is no post of a form or an action is not read", async () => {
  for (const request of [
    new Request("http://localhost:3000/notes", { headers: { "Next-Action": "x" } }),
    post("{", { "Content-Type": "application/json" }),
  ]) {
    expect(await refusePost(request)).toBeNull();
    expect(request.bodyUsed).toBe(false);
  }
});
