import { type Server, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";

/** A listener of the test's own: it counts whoever reaches it, and what they say. */
export interface Outside {
  readonly address: string;
  /** Connections opened. */
  reached(): number;
  /** Bytes sent. */
  told(): number;
  close(): void;
}

export async function listenOutside(): Promise<Outside> {
  let connections = 0;
  let bytes = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    socket.on("data", (part) => (bytes += part.byteLength)).on("error", () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    reached: () => connections,
    told: () => bytes,
    close: () => server.close(),
  };
}

/** Links that make a browser fetch something, or get ready to. */
const links = [
  "stylesheet",
  "preload",
  "prefetch",
  "modulepreload",
  "manifest",
  "dns-prefetch",
  "preconnect",
];

/** Every way a page has of sending something to an address. */
export const tryEverything = (page: Page, address: string): Promise<void> =>
  page.evaluate(
    async ([to, rels]) => {
      const http = `http://${to}/x`;
      const element = (name: string, attributes: Record<string, string>) => {
        const made = Object.assign(document.createElement(name), attributes);
        document.body.append(made);
      };
      await fetch(http).catch(() => undefined);
      await fetch(http, { mode: "no-cors", method: "POST", body: "secret" }).catch(() => undefined);
      navigator.sendBeacon(http, "secret");
      new Image().src = http;
      for (const attempt of [
        () => new WebSocket(`ws://${to}/`),
        () => new EventSource(http),
        () => new Worker(http),
      ])
        try {
          attempt();
        } catch {
          // Refused at once.
        }
      element("script", { src: http });
      element("iframe", { src: http });
      element("object", { data: http });
      element("video", { src: http });
      for (const rel of rels) element("link", { rel, href: http, as: "script" });
      await import(/* @vite-ignore */ http).catch(() => undefined);
      await new Promise((done) => setTimeout(done, 500));
    },
    [address, links] as const,
  );
