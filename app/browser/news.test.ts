import { expect, test } from "vitest";
import type { RoomEvent } from "../bridge/contract.ts";
import { News } from "./news.ts";

const event = (text: string): RoomEvent => ({ kind: "notice", notice: "full", text });
const texts = (events: readonly RoomEvent[]) => events.map((one) => (one.kind === "notice" ? one.text : ""));

test("a page hears everything after it asked first, once and in order, and waits where there is nothing yet", async () => {
  const news = new News();
  news.tell(event("before"));
  const { last, events } = await news.since(null);
  expect(events).toEqual([]);
  const waiting = news.since(last);
  news.tell(event("a"));
  news.tell(event("b"));
  const first = await waiting;
  expect(texts(first.events)).toEqual(["a", "b"]);
  news.tell(event("c"));
  expect(texts((await news.since(first.last)).events)).toEqual(["c"]);
});

test("a wait without news ends by itself, with nothing", async () => {
  const news = new News(20);
  news.tell(event("a"));
  expect(await news.since(1)).toEqual({ events: [], last: 1 });
});

test("a page that was away for long gets the last ones, one from before this start begins anew", async () => {
  const news = new News(20);
  for (let n = 1; n <= 500; n += 1) news.tell(event(String(n)));
  const { events, last } = await news.since(3);
  expect([events.length, texts(events).at(-1), last]).toEqual([200, "500", 500]);
  expect(await news.since(9_999)).toEqual({ events: [], last: 500 });
});
