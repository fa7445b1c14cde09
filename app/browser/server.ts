import { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { ErrorCode } from "../bridge/contract.ts";
import { answer } from "../bridge/gate.ts";
import { openShelf } from "../files/calls.ts";
import { servePage } from "../files/pages.ts";
import { Keeper } from "../keeper/keeper.ts";
import { readAssets } from "../keeper/page.ts";
import { BodyTooLarge, LARGEST_BODY, readJson } from "./body.ts";
import { browserHandlers } from "./calls.ts";
import { judge } from "./door.ts";
import { Folder } from "./folder.ts";
import { News } from "./news.ts";
import { startRoomProcess } from "./room.ts";

export interface Edition {
  /** Folder of the built page. */
  readonly pages: string;
  /** Folder of the built program: in it are the room's process and the participant page. */
  readonly dist: string;
  /** Where cases and exports lie; nothing outside is opened or written. */
  readonly folder: string;
  /** Where settings, recent files and drafts are kept. */
  readonly state: string;
  readonly version: string;
  /** 0: any free port. */
  readonly port: number;
  /** A case to open at the start; it must lie in the folder. */
  readonly open?: string;
  /** Caps, smaller in tests. */
  readonly largestBody?: number;
  readonly patience?: number;
}

export interface Running {
  /** The address to open, with this start's key in its fragment: it is not sent, logged or passed on as a referrer. */
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  close(): Promise<void>;
}

const statuses: Readonly<Record<ErrorCode, number>> = {
  sender: 403,
  unknown: 404,
  arguments: 400,
  failed: 500,
};

/** Serves the page and its calls on 127.0.0.1 only. @throws the system's error when the port is taken */
export async function serveEdition(edition: Edition): Promise<Running> {
  // Drafts and journals are in it. One that is there already keeps the rights its owner gave it.
  await mkdir(edition.state, { recursive: true, mode: 0o700 });
  const folder = new Folder(edition.folder);
  const shelf = openShelf(edition.state, { allow: (path) => folder.allow(path) });
  const news = new News();
  const keeper = new Keeper({
    folder: edition.state,
    start: () => startRoomProcess(join(edition.dist, "room")),
    assets: readAssets(join(edition.dist, "join")),
    interfaces: networkInterfaces,
    tell: (event) => news.tell(event),
  });
  const handlers = browserHandlers(shelf, folder, edition.version, keeper, news);
  const token = randomBytes(24).toString("base64url");
  const largest = edition.largestBody ?? LARGEST_BODY;
  let origin = "";

  const page = async (request: IncomingMessage, response: ServerResponse) => {
    const found = await servePage(edition.pages, origin, "GET", `${origin}${request.url ?? "/"}`);
    response.writeHead(found.status, { ...Object.fromEntries(found.headers), "cache-control": "no-store" });
    response.end(Buffer.from(await found.arrayBuffer()));
  };
  const call = async (name: string, request: IncomingMessage, response: ServerResponse) => {
    const given = await answer(handlers, name, await readJson(request, largest));
    say(response, "error" in given ? statuses[given.error.code] : 200, given);
  };
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "", headers } = request;
    const verdict = judge({ method, url, headers }, origin, token);
    if (verdict.kind === "page") await page(request, response);
    else if (verdict.kind === "call") await call(verdict.name, request, response);
    else turnAway(request, response, verdict.status, verdict.message);
  };

  // A client that sends slowly is cut off rather than waited for.
  const patience = edition.patience ?? 30_000;
  const times = {
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: patience / 4,
  };
  const server = createServer(times, (request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (error instanceof BodyTooLarge) turnAway(request, response, 413, "Too much at once.");
      else turnAway(request, response, 400, "Not a call in JSON.");
    });
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail).listen(edition.port, "127.0.0.1", done);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  origin = `http://127.0.0.1:${String(address.port)}`;

  const first = edition.open === undefined ? "" : `.${shelf.handles.grant(edition.open).handle}`;
  return {
    url: `${origin}/#${token}${first}`,
    origin,
    token,
    close: () => {
      keeper.stop();
      return new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      });
    },
  };
}

function say(response: ServerResponse, status: number, what: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(what));
}

/** Says why, and ends the connection: what is still being sent is not wanted. */
function turnAway(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader("connection", "close");
  say(response, status, { error: { code: status === 403 ? "sender" : "arguments", message } });
  request.resume();
  response.on("finish", () => request.destroy());
}
