import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256 } from "./secrets.ts";
import { CODE, openRoom, type Opened, response, roundPage, SECRET, stage } from "./room.test-help.ts";

let room: Opened;
beforeEach(async () => {
  room = await openRoom();
  room.say({ to: "show", stage: stage() });
});
afterEach(() => room.close());
const wrong = { code: "AAAAAA" };

describe("joining", () => {
  test.each([
    ["the code", { code: CODE }],
    ["the code as people type it", { code: " k7m-4pd " }],
    ["the secret of the scanned code", { secret: SECRET }],
  ])("with %s gives a token, which is all that counts from then on", async (_what, word) => {
    const { status, token, json, headers } = await room.join("Dana", word);
    expect([status, json.name]).toEqual([200, "Dana"]);
    expect(Buffer.from(token, "base64url")).toHaveLength(16);
    const cookie = String(headers["set-cookie"]);
    expect(cookie).toContain(`=${token};`);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    expect((await room.view(token)).me).toMatchObject({ name: "Dana", admitted: true });
    const byCookie = await room.ask("GET", "/s?since=0", undefined, { cookie: `x=1; entente-room=${token}` });
    expect(byCookie.status).toBe(200);
  });

  test("is on disk before it is answered, and the token itself is kept nowhere", async () => {
    room.host.keeps = false;
    let answered = false;
    const joining = room.join().then((reply) => {
      answered = true;
      return reply;
    });
    await expect.poll(() => room.facts().length).toBe(1);
    expect(answered).toBe(false);
    room.answer(1);
    const { token } = await joining;
    expect(room.facts()).toMatchObject([{ type: "joined", name: "Dana", tokenHash: sha256(token) }]);
    expect(JSON.stringify([room.heard, room.room])).not.toContain(token);
  });

  test("that could not be noted is refused and leaves nobody behind", async () => {
    room.host.keeps = false;
    const joining = room.join();
    await expect.poll(() => room.facts().length).toBe(1);
    room.answer(1, "full");
    expect((await joining).status).toBe(503);
    room.host.keeps = true;
    expect((await room.join()).json.name).toBe("Dana");
  });

  test("with a wrong or no word is refused", async () => {
    for (const word of [wrong, {}, { secret: "t".repeat(22) }, { code: 7 }, { code: "" }])
      expect((await room.join("Dana", word)).json).toMatchObject({ error: "code" });
    expect(room.facts()).toEqual([]);
  });

  test.each(["", "   ", "\u0007", "x".repeat(41), 7, null])("needs a name: not %j", async (name) => {
    expect((await room.ask("POST", "/join", { code: CODE, name })).status).toBe(400);
  });

  test("a name is text, in one line, without signs that steer", async () => {
    const { json } = await room.join("\u202eDa\u0000na\n<b>\u0301");
    expect(json.name).toBe("Dana <b>\u0301".normalize("NFC"));
  });

  test("the same name twice is told apart", async () => {
    const names = [];
    for (const name of ["Dana", "dana", "DANA", "Dana (2)"]) names.push((await room.join(name)).json.name);
    expect(names).toEqual(["Dana", "dana (2)", "DANA (3)", "Dana (2) (2)"]);
    const long = "x".repeat(40);
    await room.join(long);
    expect((await room.join(long)).json.name).toBe(`${"x".repeat(36)} (2)`);
  });

  test("ends at 300 people, and the facilitator hears of it", async () => {
    const people = Array.from({ length: 300 }, (_, n) => ({
      id: `p${String(n)}`,
      name: `Seat ${String(n)}`,
      tokenHash: sha256(String(n)),
      admitted: true,
    }));
    const full = await openRoom({ people });
    expect((await full.join()).json).toMatchObject({ error: "full" });
    expect(full.heard).toContainEqual(expect.objectContaining({ notice: "full" }));
    full.say({ to: "kick", person: "p7" });
    expect((await full.join()).status).toBe(200);
    await full.close();
  });
});

describe("wrong codes", () => {
  test("from one address are counted: after five even the right one waits a minute, a scanned one does not", async () => {
    for (let n = 0; n < 5; n += 1) expect((await room.join("X", wrong)).status).toBe(403);
    expect((await room.join("X", wrong)).status).toBe(429);
    expect((await room.join("X", { code: CODE })).status).toBe(429);
    expect((await room.join("X", { secret: SECRET })).status).toBe(200);
    room.clock.now += 59_000;
    expect((await room.join("X", { code: CODE })).status).toBe(429);
    room.clock.now += 2_000;
    expect((await room.join("X", { code: CODE })).status).toBe(200);
  });
});

test("a laptop whose clock is set back keeps nobody out longer than was meant", async () => {
  for (let n = 0; n < 6; n += 1) await room.join("X", wrong);
  room.clock.set -= 3_600_000;
  room.clock.now += 61_000;
  expect((await room.join("X", { code: CODE })).status).toBe(200);
});

describe("the token", () => {
  test("is asked for on every route but the page and joining, whoever is in", async () => {
    await room.join();
    for (const token of ["", "x", "x".repeat(22), "__proto__"])
      for (const [method, path] of [
        ["GET", "/events"],
        ["GET", "/s"],
        ["POST", "/here"],
        ["POST", "/send"],
      ] as const) {
        const body = method === "POST" ? {} : undefined;
        expect((await room.ask(method, path, body, room.as(token))).status, path).toBe(401);
      }
  });

  test("of one person shows nothing of another", async () => {
    const [dana, noor] = [await room.join("Dana"), await room.join("Noor")];
    await room.ask("POST", "/send", { kind: "response", response: response() }, room.as(dana.token));
    await room.ask("POST", "/here", { at: "order", draft: "my draft" }, room.as(dana.token));
    const seen = (await room.ask("GET", "/s?since=0", undefined, room.as(noor.token))).body;
    for (const secret of ["Dana", "Because.", "my draft", "0.3", dana.token])
      expect(seen).not.toContain(secret);
    const own = await room.view(dana.token);
    expect(own.draft).toBe("my draft");
    expect(own.sent.r1?.response.reasons[0]?.text).toBe("Because.");
  });

  test("serves two tabs and a phone that comes back", async () => {
    const { token } = await room.join();
    const first = await room.view(token);
    const second = await room.view(token);
    expect(second.me).toEqual(first.me);
    // Both wait for news, both hear it.
    const both = [1, 2].map(() =>
      room.ask("GET", `/s?since=${String(second.seq)}`, undefined, room.as(token)),
    );
    await expect
      .poll(() => {
        const person = room.room.who(token);
        return "status" in person ? 0 : person.waiting.size;
      })
      .toBe(2);
    room.say({ to: "show", stage: stage({ show: "lobby", text: "Next" }) });
    for (const reply of await Promise.all(both)) expect(reply.body).toContain("Next");
  });

  test("outlives the room's process: opened again, the same people are in it", async () => {
    const { token } = await room.join();
    const [fact] = room.facts();
    if (fact?.type !== "joined") throw new Error("nobody joined");
    const again = await openRoom({
      people: [{ id: fact.person, name: fact.name, tokenHash: fact.tokenHash, admitted: true }],
    });
    expect((await again.view(token)).me).toEqual({ id: fact.person, name: "Dana", admitted: true });
    await again.close();
  });
});

describe("the facilitator", () => {
  const idOf = async (token: string) => (await room.view(token)).me.id;

  test("takes somebody out, whose phones hear it; they may come again as somebody new", async () => {
    const { token } = await room.join();
    const person = await idOf(token);
    const stream = room.ask("GET", "/events", undefined, room.as(token));
    await expect.poll(() => room.heard.some(({ from }) => from === "people")).toBe(true);
    const waiting = room.ask(
      "GET",
      `/s?since=${String((await room.view(token)).seq)}`,
      undefined,
      room.as(token),
    );
    await new Promise((done) => setTimeout(done, 50));
    room.say({ to: "kick", person });
    expect((await stream).body).toContain("event: bye\ndata: kicked");
    expect((await waiting).status).toBe(401);
    expect((await room.ask("POST", "/send", {}, room.as(token))).status).toBe(401);
    const again = await room.join();
    expect([again.status, again.json.name]).toEqual([200, "Dana"]);
    expect(await idOf(again.token)).not.toBe(person);
  });

  test("locks the room: nobody new comes in, whoever is in stays", async () => {
    const { token } = await room.join();
    room.say({ to: "door", locked: true, byHand: false, code: CODE, secret: SECRET });
    expect((await room.join("Noor")).status).toBe(423);
    expect((await room.join("Noor", { secret: SECRET })).status).toBe(423);
    expect((await room.view(token)).me.name).toBe("Dana");
  });

  test("draws a new code: the old words no longer open", async () => {
    room.say({ to: "door", locked: false, byHand: false, code: "WWWWWW", secret: "n".repeat(22) });
    expect((await room.join("Noor")).status).toBe(403);
    expect((await room.join("Noor", { secret: SECRET })).status).toBe(403);
    expect((await room.join("Noor", { code: "WWWWWW" })).status).toBe(200);
  });

  test("lets people in by hand: before that they see and send nothing", async () => {
    room.say({ to: "door", locked: false, byHand: true, code: CODE, secret: SECRET });
    const { token } = await room.join();
    const before = await room.view(token);
    expect([before.me.admitted, before.stage]).toEqual([false, null]);
    const sent = { kind: "response", response: response() };
    expect((await room.ask("POST", "/send", sent, room.as(token))).json.error).toBe("waiting");
    room.say({ to: "admit", person: before.me.id });
    expect((await room.view(token)).stage?.page.show).toBe("round");
    expect((await room.ask("POST", "/send", sent, room.as(token))).status).toBe(200);
  });

  test("gives somebody another name", async () => {
    const { token } = await room.join();
    room.say({ to: "rename", person: await idOf(token), name: "Seat 9" });
    expect((await room.view(token)).me.name).toBe("Seat 9");
  });

  test("sees who is here and how far, never an answer", async () => {
    const { token } = await room.join();
    await room.ask("POST", "/here", { looking: true, at: "distances", draft: "0.77" }, room.as(token));
    const last = () => room.heard.filter((message) => message.from === "people").at(-1);
    await expect
      .poll(last)
      .toMatchObject({ people: [{ name: "Dana", here: true, at: "distances", answered: [] }] });
    expect(JSON.stringify(room.heard)).not.toContain("0.77");
    room.clock.now += 41_000;
    room.room.quiet();
    await expect.poll(last).toMatchObject({ people: [{ here: false, awaySince: room.clock.now - 41_000 }] });
    await room.ask("POST", "/here", { looking: false }, room.as(token));
    await room.ask("POST", "/here", { looking: true }, room.as(token));
    await expect.poll(last).toMatchObject({ people: [{ here: true }] });
  });

  test("tells one person what is theirs alone", async () => {
    const [dana, noor] = [await room.join("Dana"), await room.join("Noor")];
    const personal = {
      result: { round: "r1", title: "What your weights say", lines: [{ label: "By 2030", text: "31%" }] },
      own: { s: 3 },
      moves: [],
      team: "North",
      card: "What do you know?",
    };
    room.say({ to: "tell", personal: { [await idOf(dana.token)]: personal } });
    expect((await room.view(dana.token)).personal).toEqual(personal);
    expect((await room.view(noor.token)).personal).toBeNull();
  });
});

describe("a reminder", () => {
  const nudge = (round = "r1") => room.say({ to: "nudge", round });
  const asked = async (token: string) => (await room.view(token)).nudge;

  test("reaches whoever has not answered the open round, until they have", async () => {
    const [dana, noor] = [await room.join("Dana"), await room.join("Noor")];
    const send = (token: string, id: string) =>
      room.ask("POST", "/send", { kind: "response", response: response(id) }, room.as(token));
    await send(noor.token, "n1");
    nudge();
    expect(await asked(dana.token)).toEqual({ round: "r1", at: room.clock.now });
    expect(await asked(noor.token)).toBeUndefined();
    await send(dana.token, "d1");
    expect(await asked(dana.token)).toBeUndefined();
  });

  test("does not reach a phone whose person has answered on another one", async () => {
    const [dana, second] = [await room.join("Dana"), await room.join("Dana")];
    const person = (token: string) => room.view(token).then(({ me }) => me.id);
    const other = await person(second.token);
    const personal = { result: null, own: {}, moves: [], team: "", card: null };
    nudge();
    expect(await asked(second.token)).toBeDefined();
    // They turn out to be one, and the first phone has sent: what was said on the second one goes.
    room.say({ to: "tell", personal: { [other]: { ...personal, elsewhere: ["r1"] } } });
    expect(await asked(second.token)).toBeUndefined();
    room.clock.now += 31_000;
    nudge();
    expect([await asked(second.token), await asked(dana.token)]).toEqual([
      undefined,
      { round: "r1", at: room.clock.now },
    ]);
    // Told apart again, they are asked for an answer of their own.
    room.say({ to: "tell", personal: { [other]: personal } });
    room.clock.now += 31_000;
    nudge();
    expect(await asked(second.token)).toEqual({ round: "r1", at: room.clock.now });
  });

  test("is not of a round that is not open, nor for who has not been let in", async () => {
    const { token } = await room.join();
    nudge("r2");
    expect(await asked(token)).toBeUndefined();
    room.say({ to: "show", stage: stage({ show: "wait", title: "Closed", text: "" }) });
    nudge();
    expect(await asked(token)).toBeUndefined();
    room.say({ to: "show", stage: stage() });
    room.say({ to: "door", locked: false, byHand: true, code: CODE, secret: SECRET });
    const outside = await room.join("Noor");
    nudge();
    expect([await asked(outside.token), await asked(token)]).toEqual([
      undefined,
      { round: "r1", at: room.clock.now },
    ]);
  });

  test("comes twice a minute at most, and to nobody more than three times a round", async () => {
    const { token } = await room.join();
    const first = room.clock.now;
    nudge();
    room.clock.now += 29_000;
    nudge();
    expect(await asked(token)).toMatchObject({ at: first });
    const times = [];
    for (let n = 0; n < 4; n += 1) {
      room.clock.now += 31_000;
      nudge();
      times.push((await asked(token))?.at);
    }
    expect(times).toEqual([first + 60_000, first + 91_000, first + 91_000, first + 91_000]);
    // The next round is asked for anew.
    room.clock.now += 31_000;
    room.say({ to: "show", stage: stage(roundPage({ round: "r2", n: 2 })) });
    nudge("r2");
    expect(await asked(token)).toEqual({ round: "r2", at: room.clock.now });
  });
});

test("a stream begins with the view and goes on with every change", async () => {
  const { token } = await room.join();
  const socket = room.socket();
  let text = "";
  socket.on("data", (part: Buffer) => (text += String(part)));
  socket.write(`GET /events HTTP/1.1\r\nHost: ${room.own}\r\nCookie: entente-room=${token}\r\n\r\n`);
  await expect.poll(() => text).toContain('"show":"round"');
  room.say({ to: "show", stage: stage(roundPage({ round: "r2", n: 2 })) });
  await expect.poll(() => text).toContain('"round":"r2"');
  room.room.beat();
  await expect.poll(() => text).toContain("event: beat\n");
  room.room.dismissAll();
  await expect.poll(() => text).toContain("event: bye\ndata: closed");
});
