import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openRoom, type Opened, response, roundPage, setup, stage } from "./room.test-help.ts";

let room: Opened;
let token = "";
beforeEach(async () => {
  room = await openRoom();
  room.say({ to: "show", stage: stage() });
  ({ token } = await room.join());
});
afterEach(() => room.close());

const send = (body: object) => room.ask("POST", "/send", body, room.as(token));
const answer = (id = "x1", more: object = {}) => send({ kind: "response", response: response(id, more) });
const responses = () => room.facts().flatMap((fact) => (fact.type === "response" ? [fact] : []));

describe("an answer", () => {
  test("is confirmed only when the journal has it", async () => {
    room.host.keeps = false;
    let confirmed = false;
    const sending = answer().then((reply) => {
      confirmed = true;
      return reply;
    });
    await expect.poll(() => responses().length).toBe(1);
    expect([confirmed, (await room.view(token)).sent]).toEqual([false, {}]);
    room.answer(2);
    expect((await sending).json).toEqual({ seq: 2 });
    expect((await room.view(token)).sent.r1?.times).toBe(1);
  });

  test("that the disk did not take is refused, and taken when it is sent again", async () => {
    room.host.keeps = false;
    const sending = answer();
    await expect.poll(() => responses().length).toBe(1);
    room.answer(2, "full");
    expect((await sending).json).toMatchObject({ error: "disk" });
    room.host.keeps = true;
    expect((await answer()).status).toBe(200);
  });

  test("sent again is confirmed again and kept once, one after another or at the same time", async () => {
    const replies = [await answer(), await answer(), ...(await Promise.all([answer(), answer()]))];
    expect(new Set(replies.map(({ json }) => json.seq)).size).toBe(1);
    expect(responses()).toHaveLength(1);
    await send({ kind: "comment", comment: { id: "c1", kind: "unclear", text: "Which year?" } });
    await send({ kind: "comment", comment: { id: "c1", kind: "unclear", text: "Which year?" } });
    expect(room.facts().filter(({ type }) => type === "comment")).toHaveLength(1);
  });

  test("sent again to the room opened anew is confirmed too", async () => {
    const { me, sent } = await answer().then(() => room.view(token));
    const [joined] = room.facts();
    if (joined?.type !== "joined" || sent.r1 === undefined) throw new Error("nothing was kept");
    const again = await openRoom({
      people: [{ ...joined, id: me.id, admitted: true }],
      answers: [sent.r1],
      kept: [{ person: me.id, id: "x1", seq: 2 }],
    });
    // Not even the stage is there yet.
    const reply = await again.ask(
      "POST",
      "/send",
      { kind: "response", response: response() },
      again.as(token),
    );
    expect([reply.json, again.facts()]).toEqual([{ seq: 2 }, []]);
    expect((await again.view(token)).sent.r1?.response.reasons[0]?.text).toBe("Because.");
    await again.close();
  });

  test("is the token's, whoever the body says it is, and counts its revisions itself", async () => {
    const { me } = await room.view(token);
    await answer("x1", { participant: "somebody-else", rev: 7 });
    expect(responses()).toMatchObject([
      { response: { participant: me.id, rev: 1, enteredBy: "self" }, late: false },
    ]);
  });

  test("may be changed as often as was agreed, from whichever tab", async () => {
    expect((await answer("x1")).status).toBe(200);
    expect((await answer("x2", { seconds: 90 })).status).toBe(200);
    expect((await answer("x3")).json).toMatchObject({ error: "changes" });
    expect(responses().map((fact) => fact.response.rev)).toEqual([1, 2]);
    expect((await room.view(token)).sent.r1).toMatchObject({ times: 2, response: { seconds: 90 } });
  });

  test("to a closed round is kept and marked late; to an unknown one it is refused", async () => {
    room.say({ to: "show", stage: stage({ show: "wait", title: "Closed", text: "" }) });
    expect((await answer()).status).toBe(200);
    expect(responses()).toMatchObject([{ late: true }]);
    expect((await answer("x2", { round: "r9" })).json).toMatchObject({ error: "round" });
    expect((await answer("x2", { round: "__proto__" })).json).toMatchObject({ error: "round" });
  });

  test.each([
    ["a low above the best", { estimates: [{ question: "now", low: 0.4, best: 0.3, high: 0.5 }] }],
    ["a chance above one", { estimates: [{ question: "now", low: 0.1, best: 0.3, high: 1.1 }] }],
    ["no chance", { estimates: [] }],
    ["a factor nobody asked about", { reasons: [{ target: "z", text: "?" }] }],
    ["another method", { weights: { method: "rank", order: ["a", "b", "c"] } }],
    [
      "a first below a second",
      { weights: { method: "swing", order: ["a", "b", "c"], raw: { a: 60, b: 100, c: 0 } } },
    ],
    ["text instead of a number", { seconds: "60" }],
    ["an id that is none", { id: "../../x" }],
    ["a reason that is too long", { reasons: [{ target: "", text: "x".repeat(601) }] }],
  ])("with %s is refused in a sentence", async (_what, more) => {
    const { status, json } = await answer("x1", more);
    expect(status).toBe(400);
    expect(json.message).toMatch(/^[A-Z].*\.$/s);
    expect(responses()).toEqual([]);
  });

  test("its reasons are 600 signs of plain text", async () => {
    const text = "e\u0301\u0000\u202e<img src=x onerror=alert(1)>".padEnd(601, "y");
    await answer("x1", { reasons: [{ target: "", text }] });
    expect(responses()[0]?.response.reasons[0]?.text).toMatch(/^é<img src=x onerror=alert\(1\)>y+$/);
  });

  test("to a warm-up has no weights", async () => {
    room.say({
      to: "show",
      stage: stage(roundPage({ round: "w1", kind: "warmup", questions: setup.warmups, factors: [] })),
    });
    const more = {
      round: "w1",
      weights: null,
      reasons: [],
      estimates: [{ question: "w", low: 1, best: 2, high: 30 }],
    };
    expect((await answer("x1", more)).status).toBe(200);
  });
});

describe("other things said", () => {
  test("a remark is taken where one was asked for", async () => {
    const comment = { id: "c1", kind: "unclear", text: "Which year?" };
    expect((await send({ kind: "comment", comment })).status).toBe(200);
    expect((await send({ kind: "comment", comment: { ...comment, id: "c2", kind: "sign" } })).status).toBe(
      400,
    );
    expect((await send({ kind: "comment", comment: { ...comment, id: "c3", text: " " } })).status).toBe(400);
  });

  test("a vote names up to so many of what is there", async () => {
    const vote = (id: string, comments: unknown) => send({ kind: "vote", id, comments });
    expect((await vote("v1", ["a"])).json).toMatchObject({ error: "round" });
    const options = ["a", "b", "c", "d"].map((id) => ({ id, label: id }));
    room.say({
      to: "show",
      stage: stage({ show: "vote", about: "missing", title: "Watch what?", options, most: 2 }),
    });
    expect((await vote("v1", ["a", "d"])).status).toBe(200);
    // What it is about was asked, and is not the phone's to say.
    await send({ kind: "vote", id: "v9", comments: ["a"], about: "sign" });
    expect(room.facts().filter(({ type }) => type === "vote")).toMatchObject([
      { about: "missing" },
      { about: "missing" },
    ]);
    for (const wrong of [["a", "b", "c"], ["a", "a"], ["z"], "a", null])
      expect((await vote("v2", wrong)).status, JSON.stringify(wrong)).toBe(400);
  });

  test("feedback answers each question from one to five, at the end", async () => {
    const feedback = (answers: unknown) => send({ kind: "feedback", id: "f1", answers });
    expect((await feedback({ q: 3 })).json).toMatchObject({ error: "round" });
    const questions = [{ id: "q", text: "Useful?", low: "no", high: "yes" }];
    room.say({ to: "show", stage: stage({ show: "end", text: "Thank you.", questions }) });
    for (const wrong of [{}, { q: 6 }, { q: 2.5 }, { q: "3" }, null])
      expect((await feedback(wrong)).status, JSON.stringify(wrong)).toBe(400);
    expect((await feedback({ q: 3, more: 1 })).status).toBe(200);
    expect(room.facts().at(-1)).toMatchObject({ type: "feedback", answers: { q: 3 } });
  });

  test.each([{}, { kind: "kick" }, { kind: "constructor", id: "x" }, { kind: "response" }])(
    "%j is nothing",
    async (body) => {
      expect((await send(body)).status).toBe(400);
    },
  );
});

test("thirty posts a minute are enough for a person; another person does not feel it", async () => {
  const statuses = [];
  for (let n = 0; n < 31; n += 1) statuses.push((await room.ask("POST", "/here", {}, room.as(token))).status);
  expect(statuses).toEqual([...Array<number>(30).fill(200), 429]);
  expect((await answer()).json).toMatchObject({ error: "rate" });
  const other = await room.join("Noor");
  expect((await room.ask("POST", "/here", {}, room.as(other.token))).status).toBe(200);
  room.clock.now += 60_001;
  expect((await answer()).status).toBe(200);
});
