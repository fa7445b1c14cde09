import { readFile, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Failure } from "../bridge/contract.ts";
import { roomCalls } from "./calls.ts";
import { HERE, interfaces, newKeeper, phone, response, setup, stage } from "./keeper.test-help.ts";

let made: Awaited<ReturnType<typeof newKeeper>>;
beforeEach(async () => {
  made = await newKeeper();
});
afterEach(() => made.keeper.close());

const asked = { session: "s-1", address: HERE, port: null, byHand: false, encrypted: false, setup };
const open = async (of = made, more: Partial<typeof asked> | { port: number } = {}) => {
  const state = await of.keeper.open({ ...asked, ...more });
  of.keeper.show(stage());
  return { state, own: `${HERE}:${String(state.port)}`, client: phone(`${HERE}:${String(state.port)}`) };
};
const answer = (id: string) => ({ kind: "response", response: response(id) });
const entries = async (of = made) => (await of.keeper.journals.of("s-1")).entries;

test("a room listens on the chosen address and a port of the agreed range, and only once it is asked to", async () => {
  expect(made.keeper.state()).toBeNull();
  const { state } = await open();
  expect(state.port).toBeGreaterThanOrEqual(20_000);
  expect(state.port).toBeLessThanOrEqual(59_999);
  expect(state.url).toMatch(
    new RegExp(`^http://127\\.0\\.0\\.1:${String(state.port)}/#j=[A-Za-z0-9_-]{22}$`),
  );
  expect((await made.keeper.open(asked)).port).toBe(state.port);
  expect(made.processes).toHaveLength(1);
});

describe("an encrypted room", () => {
  const encrypted = async (of = made) => {
    const state = await of.keeper.open({ ...asked, encrypted: true });
    of.keeper.show(stage());
    return { state, client: phone(`${HERE}:${String(state.port)}`, "https") };
  };
  test("tells its fingerprint, is pointed to by https alone, and comes back with people and another certificate", async () => {
    const { state, client } = await encrypted();
    expect(state.url).toMatch(/^https:\/\/127\.0\.0\.1:/);
    expect(state.fingerprint).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/);
    const token = await client.join(state.code);
    expect((await client.send(token, answer("x1"))).status).toBe(200);
    await expect(phone(`${HERE}:${String(state.port)}`).join(state.code)).resolves.toBe("undefined");

    made.processes[0]?.fall();
    await expect.poll(() => made.keeper.state()?.fingerprint).not.toBe(state.fingerprint);
    expect(made.keeper.state()).toMatchObject({ url: state.url, code: state.code });
    expect((await client.view(token)).json.me).toMatchObject({ name: "Dana" });
  });
  test("writes down that it was one, and nothing of its key", async () => {
    const { state } = await encrypted();
    const [first] = await entries();
    expect(first).toMatchObject({ by: "host", fact: { type: "room", encrypted: true } });
    const text = await readFile(join(made.folder, "workshops", "s-1.journal"), "utf8");
    expect(text).not.toMatch(/PRIVATE|BEGIN/);
    expect(text).not.toContain(state.fingerprint);
    expect(await readdir(made.folder, { recursive: true })).toEqual(["workshops", "workshops/s-1.journal"]);
  });
  test("is not the plain one that is open: that one ends", async () => {
    const plain = await open();
    const { state, client } = await encrypted();
    expect([state.port, state.code]).toEqual([plain.state.port, plain.state.code]);
    expect(await client.join(state.code)).toHaveLength(22);
    await open();
    expect(made.keeper.state()?.fingerprint).toBeNull();
  });
});

test("an answer is in the file when it is confirmed, and the window hears of it without keys", async () => {
  const { state, client } = await open();
  const token = await client.join(state.code);
  const { json } = await client.send(token, answer("x1"));
  const text = await readFile(join(made.folder, "workshops", "s-1.journal"), "utf8");
  expect(text.split("\n")[Number(json.seq) - 1]).toContain('"id":"x1"');
  expect(text).not.toContain(token);
  const told = made.events.filter((event) => event.kind === "entry");
  expect(told.map(({ entry }) => entry.seq)).toEqual([1, 2, 3]);
  const joined = (await entries())[1];
  expect(joined).toMatchObject({
    by: "room",
    fact: { type: "joined", tokenHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  });
  const calls = roomCalls(made.keeper, () => ({}));
  const keys = JSON.stringify([told, await calls["journal:read"]({ session: "s-1", since: 0 })]);
  const secret = state.url.split("#j=")[1] ?? "";
  // The journal has them: phones must find the same room after a restart.
  expect([text.includes(state.code), secret.length > 20, text.includes(secret)]).toEqual([true, true, true]);
  expect(keys).not.toContain(state.code);
  expect(keys).not.toContain(secret);
  expect(keys).not.toMatch(/[0-9a-f]{64}/);
  expect(keys).toContain('"tokenHash":""');
});

describe("a room opened again, here or by another start of the program", () => {
  test("is the same room: address, words, people, answers, who was taken out", async () => {
    const first = await open();
    const [dana, noor] = [
      await first.client.join(first.state.code, "Dana"),
      await first.client.join(first.state.code, "Noor"),
    ];
    await first.client.send(dana, answer("x1"));
    const people = (await entries()).flatMap((entry) =>
      entry.by === "room" && entry.fact.type === "joined" ? [entry.fact.person] : [],
    );
    await made.keeper.person({ type: "kicked", person: people[1] ?? "" });
    await made.keeper.person({ type: "renamed", person: people[0] ?? "", name: "Seat 1" });
    await made.keeper.door({ locked: true, byHand: false, newCode: false });
    await made.keeper.close();

    const next = await newKeeper(made.folder);
    const second = await open(next);
    expect([second.state.port, second.state.code, second.state.url, second.state.locked]).toEqual([
      first.state.port,
      first.state.code,
      first.state.url,
      true,
    ]);
    const { json } = await second.client.view(dana);
    expect(json).toMatchObject({ me: { name: "Seat 1" }, sent: { r1: { times: 1 } } });
    expect((await second.client.send(dana, answer("x1"))).json.seq).toBe(4);
    expect((await second.client.view(noor)).status).toBe(401);
    await next.keeper.close();
  });

  test("finds another port when its own is taken; a port asked for is taken or refused", async () => {
    const first = await open();
    await made.keeper.close();
    const squatter = createServer().listen(first.state.port, HERE);
    await vi.waitFor(() => expect(squatter.listening).toBe(true));
    const second = await open();
    expect(second.state.port).not.toBe(first.state.port);
    await made.keeper.close();
    await expect(open(made, { port: first.state.port })).rejects.toThrow(/is taken by another program/);
    expect(made.keeper.state()).toBeNull();
    squatter.close();
  });

  test("on another address has other words for its address and the same people", async () => {
    const first = await open();
    const token = await first.client.join(first.state.code);
    made.network.interfaces = {
      lo: [...interfaces().lo, { address: "127.0.0.2", family: "IPv4", internal: true }],
    };
    const state = await made.keeper.open({ ...asked, address: "127.0.0.2" });
    expect([state.address, state.code]).toEqual(["127.0.0.2", first.state.code]);
    expect((await phone(`127.0.0.2:${String(state.port)}`).view(token)).status).toBe(200);
    await expect(first.client.view(token)).rejects.toThrow();
  });
});

test("a process that falls is started again with everybody in it; twice in a moment is the end", async () => {
  const { state, client } = await open();
  const token = await client.join(state.code);
  await client.send(token, answer("x1"));
  made.processes[0]?.fall();
  await expect.poll(() => made.processes.length).toBe(2);
  await expect
    .poll(() =>
      client.view(token).then(
        ({ json }) => json,
        () => null,
      ),
    )
    .toMatchObject({ stage: { title: "Two partners" }, sent: { r1: { times: 1 } } });
  made.processes[1]?.fall();
  await expect
    .poll(() => made.events.at(-1))
    .toMatchObject({ kind: "closed", why: expect.stringContaining("nothing is lost") as string });
  expect(made.keeper.state()).toBeNull();
});

test("what the disk does not take is not confirmed, and the facilitator hears why", async () => {
  const { state, client } = await open();
  const token = await client.join(state.code);
  const path = join(made.folder, "workshops", "s-1.journal");
  const whole = await readFile(path);
  await writeFile(path, Buffer.concat([whole, Buffer.from("another program's line\n")]));
  expect((await client.send(token, answer("x1"))).json).toMatchObject({ error: "disk" });
  expect(made.events).toContainEqual(expect.objectContaining({ kind: "notice", notice: "disk" }));
  await writeFile(path, whole);
  expect((await client.send(token, answer("x1"))).status).toBe(200);
});

test("the facilitator hears when the laptop has left the network", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    await open();
    made.network.interfaces = {};
    vi.advanceTimersByTime(15_000);
    const notices = made.events.filter((event) => event.kind === "notice");
    expect(notices).toMatchObject([{ notice: "address" }]);
  } finally {
    vi.useRealTimers();
  }
});

describe("the calls", () => {
  const calls = () => roomCalls(made.keeper, interfaces);
  const failed = (value: unknown) => (value as Failure | undefined)?.failed;

  test("that need a room say so when there is none", async () => {
    for (const given of [
      await calls()["room:admit"]("p"),
      await calls()["room:kick"]("p"),
      await calls()["room:rename"]({ person: "p", name: "P" }),
      await calls()["room:door"]({ locked: true, byHand: false, newCode: false }),
    ])
      expect(given).toEqual({ failed: "missing", message: "No room is open." });
    await calls()["room:close"]();
  });

  test("open no room on an address that is not this laptop's", async () => {
    for (const address of ["0.0.0.0", "192.0.2.7", "255.255.255.255"])
      expect(failed(await calls()["room:open"]({ ...asked, address }))).toBe("missing");
    expect(made.processes).toEqual([]);
  });

  test("keep what the window wants kept, in one order with what phones send", async () => {
    const kept = await calls()["journal:append"]({ session: "s-1", texts: ["one", "two"] });
    expect(kept).toMatchObject([
      { seq: 1, by: "window", text: "one" },
      { seq: 2, text: "two" },
    ]);
    const { state, client } = await open();
    await client.join(state.code);
    await calls()["journal:append"]({ session: "s-1", texts: ["three"] });
    const read = await calls()["journal:read"]({ session: "s-1", since: 1 });
    if ("failed" in read) throw new Error(read.message);
    expect(read.entries.map(({ seq, by }) => [seq, by])).toEqual([
      [2, "window"],
      [3, "host"],
      [4, "room"],
      [5, "window"],
    ]);
    expect(JSON.stringify(read)).not.toContain(state.code);
  });

  test("list journals and drop one, but not under an open room", async () => {
    await open();
    await calls()["journal:append"]({ session: "s-2", texts: ["x"] });
    expect((await calls()["journal:list"]()).map(({ session }) => session).sort()).toEqual(["s-1", "s-2"]);
    expect(failed(await calls()["journal:drop"]("s-1"))).toBe("locked");
    expect(await calls()["journal:drop"]("s-2")).toBeUndefined();
    await calls()["room:close"]();
    expect(await calls()["journal:drop"]("s-1")).toBeUndefined();
    expect(await readdir(join(made.folder, "workshops"))).toEqual([]);
  });

  test("two at once open one room", async () => {
    const same = calls();
    const both = await Promise.all([same["room:open"](asked), same["room:open"](asked)]);
    expect(both[0]).toMatchObject({ session: "s-1" });
    expect(new Set(both.map((state) => ("port" in state ? state.port : 0))).size).toBe(1);
    expect(made.processes).toHaveLength(1);
  });
});
