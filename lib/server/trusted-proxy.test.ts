import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { addressOf } from "./trusted-proxy";

function from(remoteAddress: string | undefined, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwardedFor !== undefined) request.headers["x-forwarded-for"] = forwardedFor;
  return request;
}

it("believes nobody when no proxy is named", () => {
  expect(addressOf([])(from("203.0.113.9", "198.51.100.7"))).toBe("203.0.113.9");
});

it("believes a named proxy, and not what the client wrote before it", () => {
  const ofLoopback = addressOf(["loopback"]);
  expect(ofLoopback(from("127.0.0.1", "198.51.100.7"))).toBe("198.51.100.7");
  expect(ofLoopback(from("::1", "10.9.9.9, 198.51.100.7"))).toBe("198.51.100.7");
  expect(ofLoopback(from("203.0.113.9", "198.51.100.7"))).toBe("203.0.113.9");
});

it("walks through a chain of named proxies, and stops at the first that is none", () => {
  const chain = addressOf(["127.0.0.1", "10.0.0.0/8"]);
  expect(chain(from("127.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.3"))).toBe("198.51.100.7");
});

it("counts an IPv4 address in IPv6 form as the IPv4 one", () => {
  expect(addressOf([])(from("::ffff:203.0.113.9"))).toBe("203.0.113.9");
});

it("counts the 64 bits that one subscriber has as one address", () => {
  const own = addressOf([]);
  expect(own(from("2001:db8:1:2:aaaa::1"))).toBe("2001:db8:1:2::/64");
  expect(own(from("2001:db8:1:2:bbbb::2"))).toBe("2001:db8:1:2::/64");
  expect(own(from("2001:db8:1:3::1"))).toBe("2001:db8:1:3::/64");
  expect(own(from("::1"))).toBe("::1");
});

it.each([undefined, ""])("has a name for a connection without an address (%s)", (address) => {
  expect(addressOf([])(from(address))).toBe("unknown");
});

it("has a name for what a trusted proxy wrote that is no address", () => {
  expect(addressOf(["loopback"])(from("127.0.0.1", "<script>"))).toBe("unknown");
});
