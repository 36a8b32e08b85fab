import type { Reply } from "./stub-backend";

const html = { "Content-Type": "text/html" };

/** Answers that say nothing about what was sent, whatever that was. */
export const noVerdicts: [name: string, Reply][] = [
  ["an empty 400", { status: 400 }],
  ["an empty 401", { status: 401 }],
  ["401 invalid_client", { status: 401, body: { error: "invalid_client" } }],
  ["400 invalid_request", { status: 400, body: { error: "invalid_request" } }],
  ["400 unauthorized_client", { status: 400, body: { error: "unauthorized_client" } }],
  ["400 unsupported_grant_type", { status: 400, body: { error: "unsupported_grant_type" } }],
  [
    "400 with an error that is no text",
    { status: 400, body: { error: ["invalid_grant", "invalid_credentials"] } },
  ],
  ["400 with JSON that is no object", { status: 400, body: '"invalid_grant"' }],
  ["400 with HTML", { status: 400, headers: html, body: "<p>invalid_grant invalid_credentials</p>" }],
  ["an empty 403", { status: 403 }],
  ["an empty 404", { status: 404 }],
  ["an empty 405", { status: 405 }],
  ["409 already_rotated", { status: 409, body: { error: "already_rotated" } }],
  ["an empty 425", { status: 425 }],
  ["302", { status: 302, headers: { Location: "/elsewhere" } }],
  ["307", { status: 307, headers: { Location: "/elsewhere" } }],
  ["an empty 500", { status: 500 }],
  ["502 with HTML", { status: 502, headers: html, body: "<h1>Bad Gateway</h1>" }],
  ["503 temporarily_unavailable", { status: 503, body: { error: "temporarily_unavailable" } }],
  ["200 with HTML", { status: 200, headers: html, body: "<p>Welcome to our wireless network</p>" }],
  ["200 with nothing", { status: 200 }],
  ["200 with null", { status: 200, body: "null" }],
  ["200 with an empty object", { status: 200, body: {} }],
  ["200 with half of its JSON", { status: 200, body: '{"access_token":"A' }],
  ["204", { status: 204 }],
];

/** The right code with a status that cannot carry it. */
export function misplaced(error: string): [name: string, Reply][] {
  return [200, 302, 404, 409, 425, 500, 503].map((status) => [
    `${status} ${error}`,
    { status, body: { error } },
  ]);
}
