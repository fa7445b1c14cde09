import { expect, test } from "vitest";
import { asia } from "../../../app/model/network/asia.test-help.ts";
import { createNetworkEngine } from "./compute.ts";
import { createClient, networkInline } from "./client.ts";
import type { NetworkQuestion, NetworkReply, NetworkRequest } from "./protocol.ts";

const ask = (...evidence: NetworkQuestion["evidence"]): NetworkQuestion => ({ evidence, target: 3 });

/** Everything a client says until a job is done. */
function heard() {
  const replies: NetworkReply[] = [];
  const client = networkInline((reply) => replies.push(reply));
  const until = async (done: (reply: NetworkReply) => boolean) => {
    while (!replies.some(done)) await new Promise((next) => setTimeout(next, 1));
    return replies;
  };
  return { client, replies, until };
}

test("the answer comes with the chances before, then what tells most", async () => {
  const { client, until } = heard();
  const job = client.ask(asia, ask([0, 0]));
  const [answer, tells] = await until(({ kind }) => kind === "tells");
  if (answer?.kind !== "answer" || tells?.kind !== "tells") throw new Error("out of order");
  expect([answer.job, tells.job]).toEqual([job, job]);
  expect(answer.answer.now[1]?.[0]).toBeCloseTo(0.05, 12);
  expect(answer.answer.before[1]?.[0]).toBeCloseTo(0.0104, 12);
  expect(answer.answer.now[3]?.[0]).toBeCloseTo(0.055, 12);
  expect(answer.answer.logPe).toBeCloseTo(Math.log(0.01), 12);
  expect(tells.tells[0]).toBe(0);
  client.close();
});

test("answers already given are not overwritten by later ones", async () => {
  const { client, replies, until } = heard();
  client.ask(asia, ask());
  await until(({ kind }) => kind === "answer");
  const second = client.ask(asia, ask([6, 0]));
  await until(({ job, kind }) => job === second && kind === "answer");
  const first = replies[0];
  if (first?.kind !== "answer") throw new Error("no answer");
  expect(first.answer.now[3]?.[0]).toBeCloseTo(0.055, 12);
  client.close();
});

test("findings that cannot hold together name themselves; the next question is answered", async () => {
  const { client, replies, until } = heard();
  client.ask(asia, ask([1, 0], [5, 1]));
  const last = client.ask(asia, ask());
  await until(({ job, kind }) => job === last && kind === "answer");
  expect(replies[0]).toMatchObject({ kind: "impossible", conflict: [1, 5] });
  client.close();
});

test("of questions asked while one is worked on only the newest is answered", async () => {
  const { client, replies, until } = heard();
  const jobs = [0, 1, 2, 3].map((v) => client.ask(asia, ask([v, 0])));
  await until(({ job, kind }) => job === jobs[3] && kind === "tells");
  expect(new Set(replies.filter(({ kind }) => kind === "answer").map(({ job }) => job))).toEqual(
    new Set([jobs[0], jobs[3]]),
  );
  client.close();
});

test("what was given up is not answered", async () => {
  const { client, replies, until } = heard();
  const given = client.ask(asia, ask());
  client.stop();
  const next = client.ask(asia, ask());
  await until(({ job }) => job === next);
  expect(replies.some(({ job }) => job === given)).toBe(false);
  client.close();
});

test("the engine says the same whichever thread it runs on: replies survive being copied", () => {
  const replies: NetworkReply[] = [];
  const engine = createNetworkEngine(
    (reply) => replies.push(reply),
    (next) => next(),
  );
  engine(structuredClone({ kind: "network", key: 1, network: asia }));
  engine({ kind: "ask", job: 2, key: 1, question: ask([6, [3, 1]]) });
  expect(replies.map(({ kind }) => kind)).toEqual(["answer", "tells"]);
  expect(structuredClone(replies)).toEqual(replies);
});

test("an engine that falls is told in one sentence, and the next question goes to a new one", () => {
  const replies: NetworkReply[] = [];
  const falls: (() => void)[] = [];
  const sent: NetworkRequest["kind"][][] = [];
  const client = createClient(
    (_receive, fell) => {
      falls.push(fell);
      sent.push([]);
      return { post: ({ kind }) => sent.at(-1)?.push(kind), close: () => undefined };
    },
    (reply) => replies.push(reply),
  );
  const job = client.ask(asia, ask());
  falls[0]?.();
  expect(replies).toEqual([
    { kind: "refused", job, sentence: expect.stringMatching(/started anew/) as string },
  ]);
  client.ask(asia, ask());
  expect(sent).toEqual([
    ["network", "ask"],
    ["network", "ask"],
  ]);
});
