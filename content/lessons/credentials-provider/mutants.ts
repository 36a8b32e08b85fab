import { defineMutants } from "@/lib/lesson/mutants";
import meta from "./meta";

const of = { variant: "server-side" };

export default defineMutants(meta, [
  {
    name: "whole-form",
    summary: "The parsed fields go out, and whatever else was posted with them.",
    of,
    edits: [{ find: "await login(fields.data)", replace: "await login({ ...credentials, ...fields.data })" }],
    killedBy: ["named-fields"],
  },
  {
    name: "no-time-out",
    summary: "The call to the backend has no end.",
    of,
    edits: [{ find: "      signal: AbortSignal.timeout(TIMEOUT_MS),\n", replace: "" }],
    killedBy: ["timeout"],
  },
  {
    name: "unparsed-reply",
    summary: "A reply is believed because its status is 200.",
    of,
    edits: [
      { find: '    if (!reply.success) throw new SignInError("Unavailable");\n', replace: "" },
      {
        find: "    const { user, refresh_token } = reply.data;\n    return { ...user, ...readTokenReply(reply.data, refresh_token) };",
        replace:
          '    const { user, refresh_token, access_token = "", expires_in = 900 } = body as z.infer<typeof loginReply>;\n    return { ...user, ...readTokenReply({ access_token, expires_in, refresh_token }, refresh_token) };',
      },
    ],
    killedBy: ["malformed"],
  },
  {
    name: "lock-out-as-refusal",
    summary: "A 429 is taken for a wrong password.",
    of,
    edits: [
      {
        find: "throw new SignInError(`LockedOut:${waitSeconds(response)}`)",
        replace: 'throw new SignInError("Refused")',
      },
    ],
    killedBy: ["retry-after"],
  },
  {
    name: "wait-in-milliseconds",
    summary: "The seconds of `Retry-After` are taken for milliseconds.",
    of,
    edits: [
      {
        find: "LockedOut:${waitSeconds(response)}",
        replace: "LockedOut:${Math.ceil(waitSeconds(response) / 1000)}",
      },
    ],
    killedBy: ["retry-after"],
  },
  {
    name: "email-in-the-error",
    summary: "The error carries the address that was typed, and so does the URL.",
    of,
    edits: [
      {
        find: 'if (meaning === "refused") throw new SignInError("Refused");',
        replace: 'if (meaning === "refused") throw new Error(`No such user: ${fields.data.email}`);',
      },
    ],
    killedBy: ["uniform-refusal"],
  },
  {
    name: "outage-as-refusal",
    summary: "No answer from the backend reads as a wrong password.",
    of,
    edits: [
      {
        find: '  } catch {\n    throw new SignInError("Unavailable");',
        replace: '  } catch {\n    throw new SignInError("Refused");',
      },
    ],
    killedBy: ["timeout"],
  },
  {
    name: "down-as-refusal",
    summary: "A 503 reads as a wrong password.",
    of,
    edits: [
      {
        find: '      throw new SignInError("Unavailable");\n    }\n    const reply',
        replace: '      throw new SignInError("Refused");\n    }\n    const reply',
      },
    ],
    killedBy: ["outage"],
  },
  {
    name: "status-decides",
    summary: "Any 400 or 401 reads as a wrong password, whatever its error code says.",
    of,
    edits: [
      {
        find: 'const meaning = meaningOf(response, body, "invalid_credentials");',
        replace:
          'const byStatus = response.status === 400 || response.status === 401;\n      const meaning = byStatus ? "refused" : meaningOf(response, body, "invalid_credentials");',
      },
    ],
    killedBy: ["client-refused"],
  },
  {
    name: "update-is-read",
    summary: "What the browser sends to `update()` goes into the token.",
    of,
    edits: [
      {
        find: "async jwt({ token, user }) {",
        replace:
          'async jwt({ token, user, trigger, session }) {\n    if (trigger === "update") return { ...token, ...session };',
      },
    ],
    killedBy: ["update-cannot-raise-role"],
  },
  {
    name: "token-on-the-session",
    summary: "The access token stands on the session, because a component needed it.",
    of,
    edits: [
      {
        find: "      error: token.error,\n",
        replace: "      error: token.error,\n      accessToken: token.accessToken,\n",
      },
    ],
    killedBy: ["no-token-in-client"],
  },
  {
    name: "one-lifetime",
    summary: "Only `session.maxAge` is set.",
    of,
    edits: [{ find: "    jwt: { maxAge: ONE_HOUR_SECONDS },\n", replace: "" }],
    killedBy: ["cookie-lifetime"],
  },
]);
