import { type IncomingMessage, type RequestOptions, request } from "node:http";
import { mkdtemp, mkdir, readFile, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { Socket, connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Running, serveEdition } from "./server.ts";

let home = "";
let folder = "";
let edition: Running;
let port = 0;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "entente-edition-"));
  folder = join(home, "files");
  await mkdir(join(home, "pages"));
  await writeFile(join(home, "pages", "index.html"), "<p>Entente</p>");
  await writeFile(join(home, "secret.entente"), "secret");
  edition = await serveEdition({
    pages: join(home, "pages"),
    dist: home,
    folder,
    state: join(home, "state"),
    version: "1.2.3",
    port: 0,
    largestBody: 100_000,
    patience: 600,
  });
  port = Number(new URL(edition.origin).port);
});
afterAll(() => edition.close());

interface Given {
  status: number;
  body: string;
  headers: IncomingMessage["headers"];
}

/** A request with any header, also those a browser or `fetch` would not let through. */
function ask(options: RequestOptions, body: string | Buffer = ""): Promise<Given> {
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port, agent: false, ...options }, (answer) => {
      let text = "";
      answer.on("data", (part) => (text += String(part)));
      answer.on("end", () => {
        done({ status: answer.statusCode ?? 0, body: text, headers: answer.headers });
      });
      answer.on("error", fail);
    });
    sent.on("error", fail);
    sent.end(body);
  });
}
const own = () => ({
  origin: edition.origin,
  "x-entente-token": edition.token,
  "content-type": "application/json",
});
const post = (name: string, body: string | Buffer, headers: object = {}) =>
  ask({ method: "POST", path: `/bridge/${name}`, headers: { ...own(), ...headers } }, body);
/** A call as the page makes it, and its value. */
async function call<T>(name: string, ...args: unknown[]): Promise<T> {
  const { status, body } = await post(name, JSON.stringify(args));
  expect(status).toBe(200);
  return (JSON.parse(body) as { value: T }).value;
}
interface Ref {
  handle: string;
  name: string;
  failed?: string;
}

test("the page comes with its policy and is not kept by the browser", async () => {
  const { status, body, headers } = await ask({ path: "/" });
  expect([status, body]).toEqual([200, "<p>Entente</p>"]);
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'/);
  expect(headers["cache-control"]).toBe("no-store");
});

test("the key is in the fragment of the address, and in nothing the server gives away", async () => {
  expect(edition.url).toBe(`${edition.origin}/#${edition.token}`);
  expect(edition.token).toMatch(/^[\w-]{32}$/);
  const { body, headers } = await ask({ path: "/" });
  expect(body + JSON.stringify(headers)).not.toContain(edition.token);
});

test("drafts, journals and settings are kept where no other account of the machine looks", async () => {
  expect(((await stat(join(home, "state"))).mode & 0o777).toString(8)).toBe("700");
});

test("only this machine is listened to", async () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address !== undefined && !address.internal && address.family === "IPv4");
  for (const { address } of others as { address: string }[]) {
    const reached = await new Promise((done) => {
      const socket = connect(port, address);
      socket.on("connect", () => done(true)).on("error", () => done(false));
    });
    expect(reached).toBe(false);
  }
  expect(edition.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test.each<[string, RequestOptions, number]>([
  ["a foreign host", { path: "/", headers: { host: "evil.example" } }, 403],
  ["another name of this machine", { path: "/", headers: { host: "localhost:1" } }, 403],
  ["a way out of the folder", { path: "/../secret.entente" }, 403],
  ["a coded way out", { path: "/..%2fsecret.entente" }, 403],
  ["a doubly dotted way out", { path: "/%2e%2e/secret.entente" }, 403],
  ["a full path", { path: "/%2fetc%2fpasswd" }, 404],
  ["a zero byte", { path: "/index.html%00" }, 403],
  ["a missing page", { path: "/missing.js" }, 404],
  ["HEAD", { path: "/", method: "HEAD" }, 405],
  ["TRACE", { path: "/", method: "TRACE" }, 405],
])("%s is turned away", async (_what, options, status) => {
  const given = await ask(options);
  expect(given.status).toBe(status);
  expect(given.body).not.toContain("secret");
});

describe("a call", () => {
  test("is answered", async () => {
    expect(await call("app:info")).toEqual({
      host: "browser",
      version: "1.2.3",
      platform: process.platform,
      folder,
    });
  });

  test.each<[string, object]>([
    ["no key", { "x-entente-token": undefined }],
    ["a wrong key", { "x-entente-token": "x".repeat(32) }],
    ["another page's origin", { origin: "https://evil.example" }],
    ["no origin", { origin: undefined }],
    ["a foreign host", { host: "evil.example" }],
  ])("with %s is turned away before it is read", async (_what, headers) => {
    const all = Object.entries({ ...own(), ...headers }).filter(([, value]) => value !== undefined);
    const given = await ask(
      {
        method: "POST",
        path: "/bridge/settings:write",
        headers: Object.fromEntries(all) as Record<string, string>,
      },
      JSON.stringify(['{"hacked":true}']),
    );
    expect(given.status).toBe(403);
    expect(given.headers["access-control-allow-origin"]).toBeUndefined();
    expect(await call("settings:read")).not.toContain("hacked");
  });

  test.each<[string, string, string | Buffer, number]>([
    ["of an unknown name", "files:delete", "[]", 404],
    ["of the window's own", "window:close", "[]", 404],
    ["of a name every object has", "constructor", "[]", 404],
    ["with surplus arguments", "app:info", "[1]", 400],
    ["with an object for a list", "app:info", "{}", 400],
    ["with no JSON", "app:info", "[", 400],
    ["with no body", "app:info", "", 400],
    ["with no text", "app:info", Buffer.from([0xff, 0xfe]), 400],
    ["with a handle of its own making", "files:read", '["../secret"]', 400],
  ])("%s is refused", async (_what, name, body, status) => {
    const given = await post(name, body);
    expect(given.status).toBe(status);
    expect(JSON.parse(given.body)).toMatchObject({
      error: { message: expect.stringMatching(/\.$/) as string },
    });
  });

  test("that says it is huge is turned away at once; one that turns out huge, as soon as it is", async () => {
    const said = await post("settings:write", "", { "content-length": String(1e12) }).catch(() => ({
      status: 413,
    }));
    expect(said.status).toBe(413);
    const huge = Buffer.alloc(5_000_000, 0x20);
    const cut = await post("settings:write", huge, { "transfer-encoding": "chunked" }).catch(
      (error: unknown) => error,
    );
    // The answer may be lost when the connection is cut while the rest is on its way.
    expect(cut instanceof Error || (cut as Given).status === 413).toBe(true);
    expect(await call("settings:read")).toBe("{}");
  });

  test.each([
    ["its head", "POST /bridge/app:info HTTP/1.1\r\nHost: x"],
    ["its body", ""],
  ])("that never finishes %s is cut off", async (_what, head) => {
    const headers = Object.entries({ ...own(), host: `127.0.0.1:${String(port)}`, "content-length": "10" });
    const full = `POST /bridge/app:info HTTP/1.1\r\n${headers.map(([k, v]) => `${k}: ${v}`).join("\r\n")}\r\n\r\n[`;
    const socket = new Socket();
    const closed = new Promise((done) => socket.on("close", done).on("error", () => undefined));
    socket.connect(port, "127.0.0.1", () => socket.write(head || full));
    socket.resume();
    await closed;
    expect(await call("recent:list")).toEqual([]);
  });

  test("in any JSON never stops the server, nor writes outside its folder", async () => {
    const names = [
      "files:read",
      "files:write",
      "files:export",
      "files:name",
      "draft:keep",
      "draft:drop",
      "files:pickSave",
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.json(), async (name, body) => {
        const { status } = await post(name, body);
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 150 },
    );
    expect((await readdir(home)).sort()).toEqual(["pages", "secret.entente", "state"]);
  });
});

describe("files", () => {
  beforeEach(() => mkdir(folder, { recursive: true }));

  test("are named, written, listed, opened and checked against changes", async () => {
    const file = await call<Ref>("files:name", { name: "My case", kind: "case" });
    expect(file).toMatchObject({ name: "My case.entente", folder });
    const { stamp } = await call<{ stamp: string }>("files:write", {
      handle: file.handle,
      text: "{}",
      stamp: null,
      force: false,
    });
    const list = await call<{ outcome: string; folder: string; files: Ref[] }>("files:pickOpen");
    expect(list).toMatchObject({ outcome: "list", folder, files: [{ name: "My case.entente" }] });
    expect(await call("files:read", list.files[0]?.handle)).toMatchObject({ text: "{}", stamp });
    await writeFile(join(folder, "My case.entente"), "theirs");
    const again = { handle: file.handle, text: "mine", stamp, force: false };
    expect(await call("files:write", again)).toMatchObject({ failed: "changed" });
    expect(await readFile(join(folder, "My case.entente"), "utf8")).toBe("theirs");
  });

  test.each(["../escape", "..\\escape", "/etc/passwd", "a/b/c", ".hidden", "C:escape"])(
    "named %j stay in the folder",
    async (name) => {
      const file = await call<Ref>("files:name", { name, kind: "case" });
      await call("files:write", { handle: file.handle, text: "x", stamp: null, force: true });
      expect(await readdir(folder)).toContain(file.name);
      expect(file.name).not.toMatch(/[/\\:]|^\./);
    },
  );

  test("exported twice are kept twice: the name of an earlier one is never given again", async () => {
    const names: string[] = [];
    for (const text of ["first", "second", "third"]) {
      const file = await call<Ref>("files:name", { name: "chart.svg", kind: "svg" });
      names.push(file.name);
      await call("files:export", { handle: file.handle, data: { as: "text", text } });
    }
    expect(names).toEqual(["chart.svg", "chart (2).svg", "chart (3).svg"]);
    expect(await readFile(join(folder, "chart.svg"), "utf8")).toBe("first");
    expect(await readFile(join(folder, "chart (3).svg"), "utf8")).toBe("third");
  });

  test("that are links, folders or pipes are neither listed nor opened nor written", async () => {
    await symlink(join(home, "secret.entente"), join(folder, "link.entente"));
    await symlink(join(home, "new.entente"), join(folder, "dangling.entente"));
    await mkdir(join(folder, "sub.entente"));
    const { files } = await call<{ files: Ref[] }>("files:pickOpen");
    expect(files.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/link|dangling|sub/)]),
    );
    for (const name of ["link", "dangling", "sub"])
      expect(await call("files:name", { name, kind: "case" })).toMatchObject({ failed: "denied" });
    // Granted while it was a file, and made a link afterwards.
    const file = await call<Ref>("files:name", { name: "later", kind: "case" });
    await symlink(join(home, "secret.entente"), join(folder, "later.entente"));
    expect(await call("files:read", file.handle)).toMatchObject({ failed: "denied" });
    const over = { handle: file.handle, text: "x", stamp: null, force: true };
    expect(await call("files:write", over)).toMatchObject({ failed: "denied" });
    expect(await readFile(join(home, "secret.entente"), "utf8")).toBe("secret");
    expect(await readdir(home)).not.toContain("new.entente");
  });
});

test("a case named at the start is opened by its word, only if it lies in the folder", async () => {
  const apart = await mkdtemp(join(tmpdir(), "entente-first-"));
  await writeFile(join(apart, "a.entente"), "first");
  const given = {
    pages: join(home, "pages"),
    dist: home,
    state: join(apart, "state"),
    version: "1",
    port: 0,
  };
  for (const [at, expected] of [
    [apart, { value: { text: "first" } }],
    [home, { value: { failed: "denied" } }],
  ] as const) {
    const running = await serveEdition({ ...given, folder: at, open: join(apart, "a.entente") });
    const word = new URL(running.url).hash.split(".")[1] ?? "";
    const answer = await fetch(`${running.origin}/bridge/files:read`, {
      method: "POST",
      headers: {
        origin: running.origin,
        "x-entente-token": running.token,
        "content-type": "application/json",
      },
      body: JSON.stringify([word]),
    });
    expect(await answer.json()).toMatchObject(expected);
    await running.close();
  }
});

test("the key is written into no file", async () => {
  let read = 0;
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    read += 1;
    expect(await readFile(join(entry.parentPath, entry.name), "utf8")).not.toContain(edition.token);
  }
  expect(read).toBeGreaterThan(2);
});

test("a port that is taken is said so", async () => {
  const given = { pages: home, dist: home, folder, state: home, version: "1", port };
  await expect(serveEdition(given)).rejects.toThrow("EADDRINUSE");
});
