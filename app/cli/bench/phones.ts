import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export interface Reply {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

/** A phone as the room's server meets it: a stream down and posts up, without a browser around them. */
export class Phone {
  readonly #own: string;
  token = "";
  #stream: ClientRequest | null = null;
  /** Told of every view, with the word that was looked for in it. */
  heard: (text: string) => void = () => undefined;

  /** @param own `127.0.0.1:41873` */
  constructor(own: string) {
    this.#own = own;
  }

  /** @param cut milliseconds after which the line breaks, whatever has been answered by then */
  ask(method: "GET" | "POST", path: string, body?: object, cut?: number): Promise<Reply> {
    return new Promise((done, fail) => {
      const headers = {
        "x-workshop": "1",
        "x-workshop-token": this.token,
        ...(method === "POST" ? { origin: `http://${this.#own}`, "content-type": "application/json" } : {}),
      };
      const asked = request(`http://${this.#own}${path}`, { method, headers, agent }, (reply) => {
        let text = "";
        reply.on("data", (part: Buffer) => (text += String(part)));
        reply.on("error", fail);
        reply.on("end", () => {
          const json = path === "/join" || method === "POST" ? (JSON.parse(text) as Reply["json"]) : {};
          done({ status: reply.statusCode ?? 0, json });
        });
      });
      asked.on("error", fail);
      asked.end(body && JSON.stringify(body));
      if (cut !== undefined) setTimeout(() => asked.destroy(), cut).unref();
    });
  }

  /** Loads the page as a browser does, joins, and listens. */
  async join(code: string, name: string): Promise<void> {
    await Promise.all(["/", "/room.js", "/room.css"].map((path) => this.ask("GET", path)));
    const { status, json } = await this.ask("POST", "/join", { code, name });
    if (status !== 200) throw new Error(`Joining was answered with ${String(status)}.`);
    this.token = String(json.token);
    await this.listen();
  }

  listen(): Promise<void> {
    return new Promise((done, fail) => {
      const headers = { "x-workshop-token": this.token };
      const asked = request(
        `http://${this.#own}/events`,
        { headers, agent: false },
        (reply: IncomingMessage) => {
          reply.setEncoding("utf8");
          reply.on("data", (text: string) => {
            done();
            this.heard(text);
          });
          reply.on("error", () => undefined);
        },
      );
      asked.on("error", fail);
      asked.end();
      this.#stream = asked;
    });
  }

  /** Sleeps, or leaves the network. */
  drop(): void {
    this.#stream?.on("error", () => undefined);
    this.#stream?.destroy();
    this.#stream = null;
  }
}
