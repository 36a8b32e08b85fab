import { connect, type Socket } from "node:net";
import type { Target } from "./target.ts";

/**
 * One keep-alive connection in one rotation chain: it presents the refresh token of the last answer. Written on the
 * bare socket, so that the generator costs little beside the server that it measures.
 */
export class Connection {
  #socket: Socket | undefined;
  readonly #head: string;
  readonly #target: Target;
  refreshToken: string;
  #buffer = "";
  #settle: { resolve: (body: string) => void; reject: (error: Error) => void } | undefined;

  constructor(target: Target, refreshToken: string) {
    this.#target = target;
    this.refreshToken = refreshToken;
    const headers = Object.entries({ Host: `127.0.0.1:${target.port}`, ...target.headers });
    this.#head = `POST ${target.path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}`;
  }

  /** Connects anew: a server closes a connection that was idle between two rounds. */
  open(): void {
    const socket = connect({ port: this.#target.port, host: "127.0.0.1", noDelay: true });
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => this.#receive(String(chunk)));
    socket.on("error", (error) => this.#settle?.reject(error));
    socket.on("close", () => this.#settle?.reject(new Error("the server closed the connection")));
    this.#socket = socket;
    this.#buffer = "";
  }

  /** One refresh. @throws Error with the answer when it is anything but a new token */
  async refresh(): Promise<void> {
    const body =
      this.#target.body === "json"
        ? JSON.stringify({ refresh_token: this.refreshToken })
        : `grant_type=refresh_token&refresh_token=${encodeURIComponent(this.refreshToken)}`;
    const answer = await new Promise<string>((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket?.write(`${this.#head}Content-Length: ${body.length}\r\n\r\n${body}`);
    });
    const next = /"refresh_token":"([^"]+)"/.exec(answer)?.[1];
    if (next === undefined || next === this.refreshToken)
      throw new Error(`no rotation: ${answer.slice(0, 400)}`);
    this.refreshToken = next;
  }

  close(): void {
    this.#settle = undefined;
    this.#socket?.destroy();
  }

  #receive(chunk: string): void {
    this.#buffer += chunk;
    const headEnd = this.#buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const length = /\r\ncontent-length: *(\d+)/i.exec(this.#buffer.slice(0, headEnd + 2))?.[1];
    if (length === undefined) {
      this.#settle?.reject(new Error("an answer without Content-Length"));
      return;
    }
    const end = headEnd + 4 + Number(length);
    if (this.#buffer.length < end) return;
    const body = this.#buffer.slice(headEnd + 4, end);
    this.#buffer = this.#buffer.slice(end);
    this.#settle?.resolve(body);
  }
}
