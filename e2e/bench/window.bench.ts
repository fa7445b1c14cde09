import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "@playwright/test";
import { compared, type Group, printed, type Row, type Unit } from "../../app/cli/bench/rows.ts";
import { sixtyCase } from "../../app/cli/bench/sixty.ts";
import { loads } from "../../app/cli/bench/sizes.ts";
import { timesOf } from "../../app/cli/bench/time.ts";
import { openCase, problemSentence, saveCase } from "../../app/model/case/door.ts";
import { root } from "../desktop.ts";
import { launchBrowser } from "../edition.ts";
import { start, withFolder, withWindow } from "./edition.ts";
import { hour } from "./hour.ts";
import { bareFrame, dragWeight } from "./slider.ts";

type Started = Awaited<ReturnType<typeof start>>;

const STARTS = 7;
const ROUNDS = 8;

const one = (value: number) => ({ median: value, p95: value });
const median = (values: readonly number[]) => timesOf(values).median;
const count = (what: string, value: number, unit: Unit, target?: number): Row => ({
  what,
  times: one(value),
  unit,
  ...(target === undefined ? {} : { target }),
});

async function coldStarts(): Promise<Group> {
  const browser = await launchBrowser();
  try {
    const fresh: Started[] = [];
    for (let i = 0; i < STARTS; i++) fresh.push(await withFolder((folder) => start(browser, folder)));
    const warm = await withFolder(async (folder) => {
      await start(browser, folder);
      const again: Started[] = [];
      for (let i = 0; i < STARTS; i++) again.push(await start(browser, folder));
      return again;
    });
    const row = (what: string, starts: readonly Started[]): Row => ({
      what: `${what}, to a usable answer`,
      target: 3000,
      times: timesOf(starts.map(({ answer }) => answer)),
      beside: `of which the program until its address ${String(Math.round(median(starts.map(({ address }) => address))))} ms`,
    });
    const { first } = loads(join(root, "dist/renderer"));
    return {
      title: "Start of the browser edition (on the wall)",
      rows: [
        row("first start ever", fresh),
        row("a later start", warm),
        count("scripts and styles before the page is there, packed", first.gzip / 1000, "kB", 520),
      ],
    };
  } finally {
    await browser.close();
  }
}

async function sliders(): Promise<Group> {
  const opened = openCase(readFileSync(join(root, "assets/cases/russia-iran-syria.entente"), "utf8"));
  if (!opened.ok) throw new Error(problemSentence(opened.problem));
  const shipped = opened.case;
  const large = sixtyCase(shipped);
  const rowsOf = async (what: string, factor: string, text?: string): Promise<Row[]> => {
    const { drag, bare } = await withWindow(
      async (page) => ({ drag: await dragWeight(page, factor), bare: await bareFrame(page) }),
      text,
    );
    const [long, of] = drag.long;
    return [
      count(`${what}: processor time a move`, drag.spent, "ms", 500),
      {
        what: `${what}: from the hand to the new answer on the screen`,
        target: 100,
        times: drag.frame,
        beside: compared("a bare page", bare.median, drag.frame.median),
      },
      {
        what: `${what}: between pictures while the hand moves`,
        target: 50,
        times: drag.between,
        beside: `${String(long)} of ${String(of)} pictures over 50 ms`,
      },
    ];
  };
  return {
    title: "A weight dragged by the mouse (on the wall)",
    rows: [
      ...(await rowsOf("shipped case", shipped.factors[0]?.id ?? "")),
      ...(await rowsOf("sixty factors and mechanisms", large.factors[0]?.id ?? "", saveCase({ ...large }))),
    ],
  };
}

async function memory(): Promise<Group> {
  const all = await withWindow((page) => hour(page, ROUNDS));
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) throw new Error("Nothing was measured.");
  const half = all.slice(Math.floor(all.length / 2));
  const slope = (last.heap - (half[0]?.heap ?? NaN)) / (half.length - 1);
  return {
    title: `Memory of the window over an hour’s work, ${String(ROUNDS)} rounds, after collecting garbage`,
    rows: [
      count("heap after the first round", first.heap, "MB"),
      count("heap at the end", last.heap, "MB", 150),
      count("growth a round, over the second half", slope, "MB", 1),
      count("DOM nodes after the first round", first.nodes, ""),
      count("DOM nodes at the end", last.nodes, ""),
      count("listeners after the first round", first.listeners, ""),
      count("listeners at the end", last.listeners, ""),
    ],
    notes: [`Heap after each round, MB: ${all.map(({ heap }) => heap.toFixed(1)).join(", ")}.`],
  };
}

const groups: Group[] = [];
test.afterAll(() => console.log(`\n${printed(groups)}\n`));

test("start", async () => void groups.push(await coldStarts()));
test("slider", async () => void groups.push(await sliders()));
test("memory", async () => void groups.push(await memory()));
